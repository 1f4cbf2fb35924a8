/** Definitions are YAML, turned into plain data when the bundle is built. */
declare module "*.yaml" {
  const data: unknown;
  export default data;
}

import type { BuildOptions } from "esbuild";

export const forNode: BuildOptions;
export const bundles: readonly BuildOptions[];
export const webBundles: readonly BuildOptions[];

import { file, only } from "./judged.ts";

export const posts = `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  cro: { heldBy: Hal Poe, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  it-director: { heldBy: Cy Ho, reportsTo: cio }
  ciso: { heldBy: Eve Roy, reportsTo: cro, boardReport: { form: written, cadence: quarterly, to: board } }
`;

/** A file with these committees; `all` says whether they are all that there are. */
export const withCommittees = (committees: string, { regimes = "", all = false, more = posts } = {}) =>
  file(
    `${regimes === "" ? "" : `regimes: { ${regimes} }\n`}${all ? "coverage: { committees: complete }\n" : ""}${more}committees:${committees.startsWith("\n") ? committees : ` ${committees}`}`,
  );

/** The provisions that the only finding of a rule cites. */
export const provisionsOf = (rule: string, text: string) =>
  only(rule, text).citations.filter((id) => !/^S\d-/.test(id));

import { file } from "./judged.ts";

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
    `${all ? "coverage: { committees: complete }\n" : ""}${more}committees:${committees.startsWith("\n") ? committees : ` ${committees}`}`,
    undefined,
    regimes,
  );

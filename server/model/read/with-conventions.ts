import type { RegimeCapacity } from "../../knowledge/catalogues.ts";
import type { Conventions } from "../../knowledge/conventions.ts";
import type { OrgData, Regime } from "../org/entities.ts";
import { given, known, unknown } from "../words/fact.ts";

/**
 * The same organization as a firm reads it: with its titles, and what it assumes of laws that the file leaves out.
 * `damaged`: part of the text could not be read.
 */
export function withConventions(data: OrgData, damaged: boolean, conventions: Conventions): OrgData {
  const titled = conventions.titles.size === 0 ? data : withTitles(data, conventions);
  // Where part of the text could not be read, a law that seems to be left out may stand there.
  return damaged ? titled : withRegimes(titled, conventions.regimes);
}

function withTitles(data: OrgData, { titles, knowledge }: Conventions): OrgData {
  const posts = [...data.posts].map(([id, post]) => {
    const titledAs = knowledge.roles.leadingWithTitle(given(post.title) ?? "", titles);
    return [id, { ...post, titledAs, mayBe: [...new Set([...titledAs, ...post.mayBe])] }] as const;
  });
  return { ...data, posts: new Map(posts) };
}

/**
 * A word about the whole section (`regimes: none`) mentions every law, except `not-asked`, which is the same as leaving
 * the section out.
 */
function withRegimes(data: OrgData, assumed: Conventions["regimes"]): OrgData {
  const word = data.sectionWords.get("regimes");
  if (assumed.size === 0 || (word !== undefined && word !== "not-asked")) return data;
  const unmentioned = [...assumed].filter(([id]) => !data.regimes.has(id));
  const regimes = unmentioned.map(([id, { status, as }]): [string, Regime] => {
    const at = ["regimes", id];
    const capacities = as as readonly RegimeCapacity[];
    const capacity = capacities.length > 0 ? known(capacities) : unknown([...at, "as"], "absent");
    return [
      id,
      {
        entity: "regime",
        id,
        at,
        written: false,
        state: status,
        as: capacity,
        units: unknown([...at, "units"], "absent"),
      },
    ];
  });
  return { ...data, regimes: new Map([...data.regimes, ...regimes]) };
}

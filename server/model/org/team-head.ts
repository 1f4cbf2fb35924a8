import { type Fact, none, unknown } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";
import type { Team } from "./entities.ts";
import type { Org } from "./org.ts";

/** The teams from one upwards where one team heads another, and whoever heads the last of them. */
export interface TeamLine {
  readonly teams: readonly Team[];
  /** Never a team; unknown where the teams head each other in a circle, which nobody needs to be asked about. */
  readonly head: Fact<Ref>;
}

/** Walks from a team to its head, through teams that head teams. A team that is not in the file has no head. */
export function teamLine(org: Org, id: string): TeamLine {
  const teams = new Set<Team>();
  for (let team = org.data.teams.get(id); team; ) {
    if (teams.has(team)) return { teams: [...teams], head: unknown([...team.at, "headedBy"], "unreadable") };
    teams.add(team);
    const { headedBy } = team;
    if (headedBy.is !== "known" || headedBy.value.to !== "team") return { teams: [...teams], head: headedBy };
    team = org.data.teams.get(headedBy.value.id);
  }
  return { teams: [...teams], head: none };
}

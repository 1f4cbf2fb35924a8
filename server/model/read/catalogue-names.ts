import type { Format } from "../../knowledge/format.ts";
import type { Activity, Committee, Post } from "../org/entities.ts";
import { type Fact, given } from "../words/fact.ts";

// What catalogues call the entries of a file, looked up once, so that naming an entry later takes nothing but the entry.

export const postNames = (id: string, format: Format): Pick<Post, "catalogueName"> => ({
  catalogueName: format.catalogue("role").get(id)?.title,
});

export const committeeNames = (id: string, format: Format): Pick<Committee, "catalogueName"> => ({
  catalogueName: format.catalogue("committeeType").get(id)?.title,
});

/** `kind`: what the entry says that it is about; its own key where it does not say. */
export const activityNames = (
  id: string,
  kind: Fact<string>,
  format: Format,
): Pick<Activity, "catalogueName" | "kindName"> => ({
  catalogueName: format.catalogue("activityId").get(id)?.title,
  kindName: format.catalogue("activityId").get(given(kind) ?? id)?.title,
});

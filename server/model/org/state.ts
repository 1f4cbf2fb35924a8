import { given } from "../words/fact.ts";
import type { OrgData } from "./entities.ts";

/** Whether a file describes what the organization is to become: nothing is asked of it, and its facts are the wish. */
export const describesTarget = ({ data }: { readonly data: OrgData }): boolean => given(data.state) === "to-be";

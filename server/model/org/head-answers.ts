import { itemsOf, some } from "../words/fact.ts";
import { inPost } from "./holders.ts";
import { held, type Org } from "./org.ts";

/**
 * Whether the file shows that the head of the organization, in office, is accountable for security or for ICT risk. It
 * reads as an exemption does: it holds where the file says so, and nothing is asked for its sake.
 */
export function headAnswersForSecurity(org: Org): boolean {
  const heads = org
    .posts("ceo", "owner", "agency-head")
    .filter((post) => held(post) === "yes" && post.unit.is === "none");
  return [...org.activities("security"), ...org.activities("ict-risk")]
    .flatMap(({ accountable }) => itemsOf(accountable))
    .some((ref) => some(heads, (head) => inPost(org, ref, head)) === "yes");
}

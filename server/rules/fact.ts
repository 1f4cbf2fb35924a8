/**
 * What a fact is worth: Kleene's logic of yes, no and cannot tell, and a fourth value for what makes no sense here.
 */

export {
  all,
  allInTurn,
  any,
  asking,
  cannotTell,
  every,
  given,
  holds,
  isCannotTell,
  itemsOf,
  lacking,
  missing,
  not,
  some,
  stated,
  truth,
} from "../model/words/fact.ts";

// What a fact is worth: Kleene's logic of yes, no and cannot tell.
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

import { full, type Sayable, spoken } from "../../server/model/words/words.ts";

/** What is said, with names as the file has them; nothing where nobody says anything. */
export const inFull = (said: Sayable | undefined): string => spoken(said ?? "", full);

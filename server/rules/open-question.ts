import * as mend from "./mend.ts";
import { type OpenQuestion, rule, verdict, type Words } from "./rule.ts";
import * as say from "./say.ts";

export const openQuestion = rule({
  id: "open-question",
  category: "format",
  severity: "hint",
  title: "Questions for the next interview",
  reportTitle: "Some checks wait for facts that nobody has asked about",
  why: "A check that needs a fact which is not in the file says nothing: unknown is not no. It puts a question instead, and the questions are collected here for the next interview, with those that decide most first.",
  rests: [],
  note: "A question is asked only where something already in the file makes it worth asking. What was refused (`declined`) is not asked again. `itorg questions` prints the list.",
  mends: "record",
  remedies: ["write-not-asked"],
  avoid: "Guessing an answer so that the list gets shorter.",
  prefer: "The answer as it was given, `unknown` where the person did not know, `none` where there is none.",
  examples: {
    bad: `
itorg: 1
#^^^^ hint: open-question
organization: { name: Example }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 30, sector: retail, sellsTechnology: no, cloudPurchasing: central }
coverage: { posts: complete, committees: complete, providers: complete, activities: complete }
posts:
  owner: { heldBy: Ann Ode }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: declined, sector: declined }
posts: declined
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 30, sector: retail, sellsTechnology: no, cloudPurchasing: central }
coverage: { posts: complete, committees: complete, providers: complete, activities: complete }
`,
  },
  *review({ org, questions, problems }) {
    if (questions.length === 0) return;
    const place = org.data.sections.has("posts") ? ["posts"] : ["itorg"];
    // Where part of the text cannot be read, what is written into it could make matters worse.
    const [damage] = problems("syntax");
    yield {
      ...verdict(place, "yes", () => ({
        says: summary(questions),
        fixes: damage
          ? []
          : [
              mend.firstStep(
                mend.does("write-not-asked"),
                questions.length > most
                  ? "Write the first ten missing facts down as `not-asked`"
                  : "Write the missing facts down as `not-asked`",
                questions.slice(0, most).map((question) => mend.insert(question.at, "not-asked")),
              ),
            ],
      })),
      part: "key",
    };
  },
});

/** So many keys are still a list to walk through with the client. */
const most = 10;

/** The first questions in full, as many as are easily read. */
function summary(questions: readonly OpenQuestion[]): Words {
  const shown: Words[] = [];
  for (const { question } of questions.slice(0, 3)) {
    if (shown.length > 0 && say.lengthOf(say.joinedBy([...shown, question], " ")) > 181) break;
    shown.push(question);
  }
  // What is asked in one go counts once, as on the sheets.
  const groups = (some: readonly OpenQuestion[]) => new Set(some.map(({ group }) => group)).size;
  const all = groups(questions);
  const now = `(${groups(questions.filter(({ later }) => !later))} now)`;
  const many = all === 1 ? `One question is open ${now}` : `${all} questions are open ${now}`;
  const count = questions.length > shown.length ? `${many}, among them` : many;
  return say.words`${count}: ${say.joinedBy(shown, " ")}`;
}

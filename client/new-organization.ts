import * as vscode from "vscode";
import type {
  NewOrganizationParams,
  NewOrganizationResult,
  StartingChoice,
  StartingChoices,
} from "../server/protocol.ts";
import { type Answer, askChoice, askText, back, type Item, type Step } from "./steps.ts";

/** What the server does for this command. */
export interface Server {
  choices(): Promise<StartingChoices>;
  write(answers: NewOrganizationParams): Promise<NewOrganizationResult>;
}

type Field = keyof NewOrganizationParams;
type Answers = Partial<Record<Field, string>>;

/**
 * Asks for what is known before the first interview, and opens a file with it, or fills `into` where that is an empty
 * one. Escape at any step leaves everything as it was; an answer may be left open, apart from the name.
 */
export async function newOrganization(server: Server, into?: unknown): Promise<void> {
  const answers = await asked(await server.choices());
  if (answers?.name === undefined) return;
  const written = await server.write({ ...answers, name: answers.name });
  await show(await (into instanceof vscode.Uri ? filled(into, written) : created(written)));
}

/** All answers, one question after the other and back again; undefined where the user gave up. */
async function asked(choices: StartingChoices): Promise<Answers | undefined> {
  const answers: Answers = {};
  for (let at = 0; at < fieldsFor(answers).length; ) {
    const fields = fieldsFor(answers);
    const field = fields[at]!;
    const step = { title: vscode.l10n.t("New Organization"), step: at + 1, totalSteps: fields.length };
    const answer = await questions[field](step, answers, choices);
    if (answer === undefined) return undefined;
    if (answer === back) {
      at--;
      continue;
    }
    answers[field] = answer;
    at++;
  }
  return answers;
}

/** Who holds the post is asked only where there is one. Until then it counts as a step, so that none comes unexpected. */
function fieldsFor({ leader }: Answers): Field[] {
  const always: Field[] = ["name", "headcount", "sector", "leader"];
  return leader === "" || leader === "nobody" ? always : [...always, "holder"];
}

const questions: Record<Field, (step: Step, answers: Answers, choices: StartingChoices) => Promise<Answer>> = {
  name: (step, { name = "" }) =>
    askText(
      step,
      vscode.l10n.t("What is the organization called?"),
      vscode.l10n.t("For example: {0}", "Pinecrest Dental Group"),
      name,
      (value) => (value.trim() === "" ? vscode.l10n.t("A name is needed; everything else can wait.") : undefined),
    ),
  headcount: (step, { headcount = "" }) =>
    askText(
      step,
      vscode.l10n.t("How many people work there? A number or a range; empty if nobody has asked."),
      vscode.l10n.t("For example: {0}", "85"),
      headcount,
      (value) =>
        /^\s*(\d{1,9}(-\d{1,9})?)?\s*$/.test(value)
          ? undefined
          : vscode.l10n.t("Write a number such as 85, or a range such as 50-250."),
    ),
  sector: (step, { sector = "" }, { sectors }) =>
    askChoice(step, vscode.l10n.t("In which sector is it?"), withNobody(sectors), sector),
  leader: (step, { leader = "" }, { leaders }) =>
    askChoice(step, vscode.l10n.t("Who answers for IT?"), withNobody(leaders), leader),
  holder: (step, { leader, holder = "" }) =>
    askText(
      step,
      leader === "vcio"
        ? vscode.l10n.t("Who is that? The provider's name; empty if nobody has asked.")
        : vscode.l10n.t("Who is that? The person's name; empty if nobody has asked."),
      "",
      holder,
      () => undefined,
    ),
};

/** First stands what Enter may take without stating anything. */
function withNobody(choices: readonly StartingChoice[]): Item[] {
  return [
    {
      label: vscode.l10n.t("Nobody has asked yet"),
      detail: vscode.l10n.t("It becomes a question for the next interview"),
      id: "",
    },
    ...choices.map(({ id, title, description }) => ({ label: title, detail: capital(description), id })),
  ];
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1).replace(/\.$/, "")}`;

/** In the first folder that is open, where no file has that name yet; otherwise in an editor of that name, not saved. */
async function created({ fileName, text }: NewOrganizationResult): Promise<vscode.Uri> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const edit = new vscode.WorkspaceEdit();
  if (folder) {
    const uri = await freeUri(folder.uri, fileName);
    edit.createFile(uri, { contents: new TextEncoder().encode(text) });
    await vscode.workspace.applyEdit(edit);
    return uri;
  }
  const uri = unsavedUri(fileName);
  await vscode.workspace.openTextDocument(uri);
  edit.insert(uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  return uri;
}

/** Only an empty file is filled: nothing that somebody wrote is in the way. */
async function filled(uri: vscode.Uri, written: NewOrganizationResult): Promise<vscode.Uri> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.getText().trim() !== "") return created(written);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), written.text);
  await vscode.workspace.applyEdit(edit);
  return uri;
}

/** With the cursor at the first fact that nobody has asked for yet. */
async function show(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  // Not a preview: the next file that is opened must not take its place.
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const open = /(?<=: )not-asked/.exec(document.getText());
  if (!open) return;
  const start = document.positionAt(open.index);
  editor.selection = new vscode.Selection(start, document.positionAt(open.index + open[0].length));
}

function unsavedUri(fileName: string): vscode.Uri {
  const taken = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.from({ scheme: "untitled", path: numbered(fileName, number) });
    if (!taken.has(uri.toString())) return uri;
  }
}

async function freeUri(folder: vscode.Uri, fileName: string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.joinPath(folder, numbered(fileName, number));
    const isTaken = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!isTaken) return uri;
  }
}

const numbered = (fileName: string, number: number): string =>
  number === 1 ? fileName : fileName.replace(/\.itorg\.yaml$/, `-${number}.itorg.yaml`);

import * as vscode from "vscode";
import type {
  NewOrganizationParams,
  NewOrganizationResult,
  StartingChoice,
  StartingChoices,
} from "../server/protocol.ts";

/** What the server does for this command. */
interface Server {
  choices(): Promise<StartingChoices>;
  write(answers: NewOrganizationParams): Promise<NewOrganizationResult>;
}

const steps = 5;

/**
 * Asks for what is known before the first interview, and opens a file with it. Escape at any step leaves everything as
 * it was; an answer may be left open, apart from the name.
 */
export async function newOrganization(server: Server): Promise<void> {
  const { sectors, leaders } = await server.choices();
  const name = await askText(1, "What is the organization called?", "Pinecrest Dental Group", (value) =>
    value.trim() === "" ? "A name is needed; everything else can wait." : undefined,
  );
  if (name === undefined) return;
  const headcount = await askText(
    2,
    "How many people work there? A number or a range; empty if nobody has asked.",
    "85",
    (value) =>
      /^\s*(\d{1,9}(-\d{1,9})?)?\s*$/.test(value) ? undefined : "Write a number such as 85, or a range such as 50-250.",
  );
  if (headcount === undefined) return;
  const sector = await choose(3, "In which sector is it?", sectors);
  if (sector === undefined) return;
  const leader = await choose(4, "Who answers for IT?", leaders);
  if (leader === undefined) return;
  const holder = hasHolder(leader)
    ? await askText(
        5,
        `Who is that? ${leader === "vcio" ? "The provider's" : "The person's"} name; empty if nobody has asked.`,
        "",
        () => undefined,
      )
    : "";
  if (holder === undefined) return;
  await openNew(await server.write({ name, headcount, sector, leader, holder }));
}

const hasHolder = (leader: string): boolean => leader !== "" && leader !== "nobody";

async function askText(
  step: number,
  prompt: string,
  example: string,
  validateInput: (value: string) => string | undefined,
): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: `New organization (${step} of ${steps})`,
    prompt,
    ...(example ? { placeHolder: `For example: ${example}` } : {}),
    ignoreFocusOut: true,
    validateInput,
  });
}

/** The id of what was chosen; empty where nobody has asked yet, undefined where the user gave up. */
async function choose(
  step: number,
  placeHolder: string,
  choices: readonly StartingChoice[],
): Promise<string | undefined> {
  const items = [
    ...choices.map(({ id, title, description }) => ({ label: title, detail: description.replace(/\.$/, ""), id })),
    { label: "Nobody has asked yet", detail: "it becomes a question for the next interview", id: "" },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: `New organization (${step} of ${steps})`,
    placeHolder,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return chosen?.id;
}

/** In the first folder that is open, where no file has that name yet; otherwise in an editor that has no name yet. */
async function openNew({ fileName, text }: NewOrganizationResult): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const uri = folder && (await freeUri(folder.uri, fileName));
  if (!uri) {
    const document = await vscode.workspace.openTextDocument({ language: "itorg", content: text });
    await vscode.window.showTextDocument(document, { preview: false });
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  await vscode.workspace.applyEdit(edit);
  // Not a preview: the next file that is opened must not take its place.
  await vscode.window.showTextDocument(uri, { preview: false });
}

async function freeUri(folder: vscode.Uri, fileName: string): Promise<vscode.Uri> {
  const base = fileName.replace(/\.itorg\.yaml$/, "");
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.joinPath(folder, number === 1 ? fileName : `${base}-${number}.itorg.yaml`);
    const isTaken = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!isTaken) return uri;
  }
}

/** What client and server agree on beyond LSP. Names and types only. */

/** The part of the client's settings that the server reads. */
export interface Settings {
  /** The date to check against, as YYYY-MM-DD; empty for the current date. */
  readonly today?: string;
  readonly codeLens?: Switch & {
    /** What stands above each post. */
    readonly posts?: PostLenses;
  };
  /** Of which files findings and names are shown: only those that somebody has before them, or all of the workspace. */
  readonly show?: Shown;
  readonly inlayHints?: Switch;
  readonly semanticTokens?: Switch;
  readonly format?: Switch;
}

/** What a user can switch off, under these names: `itorg.codeLens.enabled`. */
export const switchable = ["codeLens", "inlayHints", "semanticTokens", "format"] as const;
export type Switchable = (typeof switchable)[number];

export const postLenses = ["none", "findings", "all"] as const;
export type PostLenses = (typeof postLenses)[number];

export const shown = ["activeFile", "openFiles", "workspace"] as const;
export type Shown = (typeof shown)[number];

/** Something that is on unless it is switched off. */
export interface Switch {
  readonly enabled?: boolean;
}

/** What a client may say in its `initializationOptions`. */
export interface InitializationOptions extends Settings {
  /** The client's command that shows a page by its id. With it, links to pages call that command. */
  readonly explainCommand?: string;
  /** The client's command that asks for completion, called where the next choice follows at once. */
  readonly suggestCommand?: string;
  /** The client answers `itorg/readFile` and `itorg/listFolder`. */
  readonly readsFiles?: boolean;
  /** The client's command behind each lens; it gets `PlacesArguments`. Without it, a lens that counts says so and no more. */
  readonly lensCommands?: Readonly<Partial<Record<LensSubject, string>>>;
  /** The client's command that selects a range of a document, called where a person is to go on writing there. */
  readonly selectCommand?: string;
}

/** Requests to the client, which reads files where the server cannot: on the web, and in virtual workspaces. */
export const readFileRequest = "itorg/readFile";
export const listFolderRequest = "itorg/listFolder";
export interface FileParams {
  readonly uri: string;
}
/** A file's bytes; `null` where there is none; or why it cannot be read. */
export type ReadFileResult = { readonly base64: string } | { readonly refused: string } | null;
/** What is in a folder; nothing where there is no such folder. */
export type ListFolderResult = readonly { readonly name: string; readonly kind: "file" | "folder" }[];

/** The client's command that shows a page: by its id, and of a firm's own rule its configuration; with none, from a list. */
export const explainCommand = "itorg.explain";

/** Request: the page on which something is explained, to be shown inside the editor. */
export const explainRequest = "itorg/explain";
export interface ExplainParams {
  /** A rule, role, source, claim, law or provision; or a page's own `path`. */
  readonly id: string;
  /** Of a firm's own rule: the address of the configuration in which it stands. */
  readonly config?: string;
}
/** `null` where nothing has that id. */
export type ExplainResult = Page | null;
export interface Page {
  /** Where the page stands among the others, whose links to one another are relative: `rules/ciso-is-it-head.md`. */
  readonly path: string;
  /** The heading to show, where the id is only a part of its page. */
  readonly anchor?: string;
  readonly markdown: string;
}

/** Request: every page that there is, for a list to choose from. */
export const pagesRequest = "itorg/pages";
/** Nothing to choose by; but without an object, the two ends of the pipe count their arguments differently. */
export type PagesParams = Record<string, never>;
export interface PageEntry {
  readonly id: string;
  readonly title: string;
  /** What it is about: "Rule", "Role", "Source", "Law or standard". */
  readonly kind: string;
  /** Of a firm's own rule: the address of the configuration in which it stands. */
  readonly config?: string;
  /** Of a rule: it is about the file's form, and not about the organization. */
  readonly isAboutForm?: boolean;
}

/** The client's commands that open the configuration at an address, and the findings of the active file. */
export const openConfigurationCommand = "itorg.openConfiguration";
export const showFileFindingsCommand = "itorg.showFileFindings";

/** The client's command that opens the preview of a file: its arguments are the file's address and a tab. */
export const previewCommand = "itorg.preview";

/** The client's command that fills an empty file with the sample. */
export const insertSampleCommand = "itorg.insertSample";

/** Notification: which file the user has before them, if it is one of ours; what is shown may be only that. */
export const activeFileNotification = "itorg/activeFile";
export interface ActiveFileParams {
  readonly uri: string | null;
}

/** The client's command that shows the questions for the next interview beside the file. */
export const showQuestionsCommand = "itorg.showQuestions";

/** The client's command that copies the questions for the next interview. */
export const copyQuestionsCommand = "itorg.copyQuestions";

/** Request: the open questions of a document as Markdown, as `itorg questions --format markdown` prints them. */
export const questionsRequest = "itorg/questions";
export interface QuestionsParams {
  readonly textDocument: { readonly uri: string };
}
/** `null` where the document is not open or not ours. */
export type QuestionsResult = {
  readonly markdown: string;
  /** How many facts are asked for. */
  readonly count: number;
} | null;

/** The client's command that writes what the organization is to become, by what is recommended. */
export const writeTargetCommand = "itorg.writeTarget";

/** Request: the file of the target, as `itorg plan --out` writes it. */
export const targetRequest = "itorg/target";
export interface TargetParams {
  readonly textDocument: { readonly uri: string };
}
/** `null` where the document is not open or not ours; `refused` says in a sentence why there is no target. */
export type TargetResult =
  | {
      readonly content: string;
      /** How many recommendations it carries out. */
      readonly applied: number;
      /** What could not be applied, each with why. */
      readonly left: readonly string[];
    }
  | { readonly refused: string }
  | null;

/** The client's commands that compare a file with another one, and with what it was in the last commit. */
export const compareCommand = "itorg.compareWith";
export const lastCommitCommand = "itorg.compareWithLastCommit";

/** Request: what is between a document and another text about the same client, as `itorg compare` says it. */
export const compareRequest = "itorg/compare";
export interface CompareParams {
  readonly textDocument: { readonly uri: string };
  /** The other side: it came first, unless it alone is the file of a target. */
  readonly other: string;
  /** What both are called on the page. */
  readonly names: { readonly here: string; readonly other: string };
}
/** `null` where the document is not open or not ours. */
export type CompareResult = {
  readonly markdown: string;
  /** How many differences there are, and how many findings above a hint have ended and are new. */
  readonly changes: number;
  readonly ended: number;
  readonly new: number;
  /** Whether the other side is what comes after. */
  readonly isOtherLater: boolean;
} | null;

/** The client's commands that write the report for the client: to where they are asked, and to where the last one went. */
export const exportReportCommand = "itorg.exportReport";
export const exportAgainCommand = "itorg.exportAgain";

/** Request: the report of a document as it stands in the editor. */
export const reportRequest = "itorg/report";
export const reportFormats = ["docx", "pptx", "html", "md"] as const;
export type ReportFormat = (typeof reportFormats)[number];
export interface ReportParams {
  readonly textDocument: { readonly uri: string };
  readonly format: ReportFormat;
  /** The text is not saved as it is, which the cover says. */
  readonly unsaved?: boolean;
}
/** A text, or the values of which the exports' worker makes a file; `null` where the document is not open or not ours. */
export type ReportResult =
  | (({ readonly text: string } | { readonly document: object } | { readonly deck: object }) & {
      /** The letters that no font of ours has. */
      readonly letters: readonly string[];
      /** The firm has a logo or a template, which the command line puts in. */
      readonly usesFiles: boolean;
    })
  | null;

/** The client's command that asks a few questions and writes a first file about a client. */
export const newOrganizationCommand = "itorg.newOrganization";

/** Request: what to choose from while a new file is being made. */
export const startingChoicesRequest = "itorg/startingChoices";
export type StartingChoicesParams = Record<string, never>;
export interface StartingChoices {
  readonly sectors: readonly StartingChoice[];
  readonly leaders: readonly StartingChoice[];
}
export interface StartingChoice {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Request: a first file about a client, as `itorg init` writes it. Only the name must be given. */
export const newOrganizationRequest = "itorg/newOrganization";
export interface NewOrganizationParams {
  readonly name: string;
  /** A number or a range, such as `85` or `50-250`. */
  readonly headcount?: string;
  readonly sector?: string;
  readonly leader?: string;
  readonly holder?: string;
}
export interface NewOrganizationResult {
  /** A name for the file, without a folder. */
  readonly fileName: string;
  readonly text: string;
}

/** What a lens is about: all posts, what a post has, or how an empty file may begin. */
export const lensSubjects = ["posts", "reports", "duties", "findings", "begin", "example"] as const;
export type LensSubject = (typeof lensSubjects)[number];
/** What a lens counts; its words are the client's. */
export type LensCounts = Readonly<Partial<Record<"posts" | "questions" | "findings" | "reports" | "duties", number>>>;
/** What comes with a lens: by its name a post is found again when the text has changed. Counts come on resolving. */
export interface LensData {
  readonly uri: string;
  readonly about: LensSubject;
  readonly post?: string;
  readonly counts?: LensCounts;
}

/** The client's commands behind a lens: show all these places, or go to the next one and the finding that stands there. */
export const placesCommand = "itorg.showPlaces";
export const findingsCommand = "itorg.showFindings";
/** Their arguments, in the shapes of LSP: the document, where the lens stands, and the places that it counts. */
export type PlacesArguments = readonly [uri: string, at: LspPosition, ranges: readonly LspRange[]];
/** The client's command that selects what is to be written over; its arguments are the document and the range. */
export const selectCommand = "itorg.select";
export type SelectArguments = readonly [uri: string, range: LspRange];
export interface LspPosition {
  readonly line: number;
  readonly character: number;
}
export interface LspRange {
  readonly start: LspPosition;
  readonly end: LspPosition;
}

/** Request: how a document stands, for a line that is always in sight. */
export const statusRequest = "itorg/status";
export interface StatusParams {
  readonly textDocument: { readonly uri: string };
}
/** How many findings of each severity and how many open questions; `null` where the document is not open or not ours. */
export type StatusResult = {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
  /** The findings that somebody has accepted, which count nowhere else. */
  readonly accepted: number;
  /** Questions as they are asked, of up to four facts each. */
  readonly questions: number;
  /** Those among them that are not for later. */
  readonly questionsNow: number;
  /** The findings about which something is agreed. They count in their severity as well. */
  readonly recommended: number;
  /** The configuration that counts for the file, by its name and its address. */
  readonly config?: { readonly name: string; readonly uri: string };
  /** The rules that it turns off. */
  readonly off: readonly string[];
} | null;

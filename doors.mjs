// The pages of the doors that rules go through, for people who write rules: node doors.mjs (part of npm run docs).
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";

const folder = "server/rules";
const doors = ["ask", "say", "mend", "fact"];

/** All pages, by path below `docs/`. Throws where something behind a door has no comment that says what it answers. */
export const doorPages = () => new Map(doors.map((door) => [`doors/${door}.md`, pageOf(door)]));

function pageOf(door) {
  const source = readFileSync(`${folder}/${door}.ts`, "utf8");
  const [, about = ""] = /^\/\*\*([\s\S]*?)\*\//.exec(source) ?? [];
  const rooms = [...source.matchAll(/^export \{([^}]+)\} from "([^"]+)";$/gm)].map(([, names, from]) => {
    const file = posix.join(folder, from);
    const text = readFileSync(file, "utf8");
    const entries = names
      .split(",")
      .flatMap((name) => (name.trim() === "" ? [] : entryOf(door, name.trim(), file, text)));
    return [`## ${titleOf(file)}`, ...entries].join("\n\n");
  });
  const others = doors.filter((one) => one !== door).map((one) => `[${one}](${one}.md)`);
  return `${[`# ${door}`, prose(about), `The other doors: ${others.join(", ")}.`, ...rooms].join("\n\n")}\n`;
}

const titleOf = (file) => {
  const words = posix
    .basename(file, ".ts")
    .replaceAll("-", " ")
    .replace(/\bit\b/, "IT");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function entryOf(door, name, file, text) {
  const declared = new RegExp(`^export (?:function\\*?|const|class) ${name}\\b`, "m").exec(text);
  if (!declared) throw new Error(`${file} declares no ${name}`);
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(text.slice(0, declared.index));
  if (!comment) throw new Error(`${door}.${name} has no comment in ${file}`);
  return [`### ${door}.${name}`, `\`\`\`ts\n${signature(text.slice(declared.index))}\n\`\`\``, prose(comment[1])].join(
    "\n\n",
  );
}

/** What stands before the body of a function or the value of a constant, on one line. */
function signature(text) {
  const [, kind, rest] = /^export (function\*?|const|class) ([\s\S]*)$/.exec(text);
  const head = kind === "const" ? constant(rest) : kind === "class" ? constructorOf(rest) : upTo(rest, "{");
  return head
    .replace(/\s+/g, " ")
    .replace(/([([]) /g, "$1")
    .replace(/,? ([)\]])/g, "$1")
    .trim();
}

const constructorOf = (text) => `new ${/^\w+/.exec(text)[0]}${upTo(/constructor(\([\s\S]*)/.exec(text)[1], "{")}`;

/** An arrow function's parameters and result; of a list or the like its type, and its value where that is short. */
function constant(text) {
  const value = text.slice(0, text.search(/;$/m));
  const [, name, arrow] = /^(\w+) = (?:memo\()?((?:\(|<)[\s\S]*)/.exec(value) ?? [];
  if (arrow !== undefined) return name + upTo(arrow, "=>");
  return value.includes("\n") ? upTo(value, "=") : value;
}

/** Up to a sign that stands outside all brackets. */
function upTo(text, sign) {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (depth === 0 && text.startsWith(sign, i) && !/[:|]\s*$/.test(text.slice(0, i))) return text.slice(0, i);
    if ("([{<".includes(text[i])) depth++;
    if (")]}".includes(text[i]) || (text[i] === ">" && text[i - 1] !== "=")) depth--;
  }
  throw new Error(`no ${sign} in ${text.slice(0, 80)}`);
}

/** A comment as text: its stars gone, a paragraph a line. */
const prose = (comment) =>
  comment
    .split("\n")
    .map((line) => line.replace(/^\s*\*? ?/, "").trimEnd())
    .join("\n")
    .trim();

if (process.argv[1]?.endsWith("doors.mjs")) {
  mkdirSync("docs/doors", { recursive: true });
  for (const [path, markdown] of doorPages()) writeFileSync(`docs/${path}`, markdown);
}

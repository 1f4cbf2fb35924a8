import assert from "node:assert/strict";
import { relative, resolve } from "node:path";
import { after, describe, it } from "node:test";
import { type Node, type SourceFile, SyntaxKind } from "typescript/unstable/ast";
import {
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isDoStatement,
  isForStatement,
  isIdentifier,
  isIfStatement,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isTaggedTemplateExpression,
  isTemplateExpression,
  isTemplateSpan,
  isWhileStatement,
} from "typescript/unstable/ast/is";
import { API, type Checker, type Project, SignatureKind, type Type, TypeFlags } from "typescript/unstable/sync";

/*
 * Every Truth is truthy, "no" and "cannot tell" as well, so `if (held(post))` compiles and convicts. The compiler's own
 * checker is asked for the type of everything that is read as a boolean. Its API is called unstable: it is used in this
 * file alone, and package.json pins the version of TypeScript.
 */

const root = resolve(".");
const slashed = (path: string) => path.replaceAll("\\", "/");
const at = (path: string) => slashed(resolve(root, path));

/** The methods of lists that read what a function returns as a boolean. */
const testing = ["filter", "find", "some", "every", "findIndex", "findLast", "findLastIndex"];
const and = [SyntaxKind.AmpersandAmpersandToken, SyntaxKind.AmpersandAmpersandEqualsToken];
const or = [SyntaxKind.BarBarToken, SyntaxKind.BarBarEqualsToken];

/** Misuses in a file, as `file:line: what` with the words of the source. */
function misusesIn({ program, checker }: Project, path: string): string[] {
  const file = program.getSourceFile(at(path));
  assert.ok(file, `${path} is not read`);
  const nodes = [...nodesOf(file)];
  const conditions = nodes.flatMap(conditionsIn);
  const printed = nodes.filter(isTemplateSpan).map(({ expression }) => expression);
  const told = (node: Node, what: string) => `${path}:${lineOf(file, node)}: ${what}: ${node.getText(file)}`;
  return [
    ...ofType(checker, conditions, isTruth).map((node) => told(node, "a Truth is read as a boolean")),
    ...ofType(checker, printed, isTruth).map((node) => told(node, "a Truth is printed")),
    ...ofType(checker, nodes.flatMap(untagged), (type) => holdsWords(checker, type)).map((node) =>
      told(node, "words are printed"),
    ),
    ...nodes.flatMap((node) => {
      const test = testIn(node);
      if (!test) return [];
      const isBare = isIdentifier(test) && test.text === "Boolean" ? holdsTruths : returnsTruth;
      const asked = isBare === holdsTruths ? receiverOf(node) : test;
      return isBare(checker, checker.getTypeAtLocation(asked)) ? [told(node, "a Truth picks from a list")] : [];
    }),
  ];
}

function* nodesOf(node: Node): Generator<Node> {
  const children: Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) {
    yield child;
    yield* nodesOf(child);
  }
}

/** What a node reads as a boolean. */
function conditionsIn(node: Node): Node[] {
  if (isIfStatement(node) || isWhileStatement(node) || isDoStatement(node)) return [node.expression];
  if (isForStatement(node)) return node.condition ? [node.condition] : [];
  if (isConditionalExpression(node)) return [node.condition];
  if (isBinaryExpression(node)) return [...and, ...or].includes(node.operatorToken.kind) ? [node.left] : [];
  if (isPrefixUnaryExpression(node)) return node.operator === SyntaxKind.ExclamationToken ? [node.operand] : [];
  const isCast = isCallExpression(node) && isIdentifier(node.expression) && node.expression.text === "Boolean";
  return isCast ? node.arguments.slice(0, 1) : [];
}

/** What a template puts into a text; a tag makes words of it instead. */
function untagged(node: Node): Node[] {
  if (!isTemplateExpression(node) || isTaggedTemplateExpression(node.parent)) return [];
  return node.templateSpans.map(({ expression }) => expression);
}

/** A sentence as a value, which `spoken` alone turns into text: a list with a kind of piece that only words have. */
function holdsWords(checker: Checker, type: Type | undefined): boolean {
  if (!type) return false;
  if (type.isUnionType()) return (type.getTypes() ?? []).some((part) => holdsWords(checker, part));
  if (!type.isObjectType()) return false;
  const parts = checker
    .getIndexInfosOfType(type)
    .flatMap(({ valueType }) => (valueType.isUnionType() ? (valueType.getTypes() ?? []) : [valueType]));
  return parts.some((part) => !part.isStringLiteralType() && checker.getPropertyOfType(part, "quoted") !== undefined);
}

/** The function that is given to a method of a list and whose result the method reads as a boolean. */
function testIn(node: Node): Node | undefined {
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return undefined;
  return testing.includes(node.expression.name.text) ? node.arguments[0] : undefined;
}

function receiverOf(node: Node): Node {
  assert.ok(isCallExpression(node) && isPropertyAccessExpression(node.expression));
  return node.expression.expression;
}

/** By its parts, whatever the alias is called: what cannot be told, or makes no sense. */
function isTruth(type: Type | undefined): boolean {
  if (!type) return false;
  if (type.isUnionType() || type.isIntersectionType()) return (type.getTypes() ?? []).some(isTruth);
  if (type.isTypeParameter()) return false;
  return type.getSymbol()?.name === "CannotTell" || (type.isStringLiteralType() && type.value === "left-out");
}

const returnsTruth = (checker: Checker, type: Type | undefined): boolean => returned(checker, type).some(isTruth);

/** The types that a function may return; of anything else, none. */
function returned(checker: Checker, type: Type | undefined): Type[] {
  if (!type) return [];
  if (type.isUnionType()) return (type.getTypes() ?? []).flatMap((part) => returned(checker, part));
  if (!type.isObjectType()) return [];
  const signatures = checker.getSignaturesOfType(type, SignatureKind.Call);
  return signatures.map((one) => checker.getReturnTypeOfSignature(one)).filter((one) => one !== undefined);
}

const holdsTruths = (checker: Checker, type: Type | undefined): boolean =>
  type !== undefined && checker.getIndexInfosOfType(type).some(({ valueType }) => isTruth(valueType));

/**
 * Asked in one go, since each question is a message to the compiler. Of some tuples this version cannot speak (it
 * panics, in `AsTupleType`), and takes the others of the message along; a tuple is no Truth, and returns none.
 */
function typesAt(checker: Checker, nodes: readonly Node[]): (Type | undefined)[] {
  try {
    return checker.getTypeAtLocation(nodes);
  } catch (error) {
    if (!String(error).includes("AsTupleType")) throw error;
    const half = Math.ceil(nodes.length / 2);
    if (nodes.length === 1) return [undefined];
    return [...typesAt(checker, nodes.slice(0, half)), ...typesAt(checker, nodes.slice(half))];
  }
}

function ofType(checker: Checker, nodes: readonly Node[], fits: (type: Type | undefined) => boolean): Node[] {
  const types = typesAt(checker, nodes);
  return nodes.filter((_, i) => fits(types[i]));
}

const lineOf = (file: SourceFile, node: Node): number => file.text.slice(0, node.getStart(file)).split("\n").length;

interface Named {
  readonly path: string;
  readonly name: string;
  readonly isValue: boolean;
  readonly kind: "Truth" | "boolean";
}

/** What a file declares that is a Truth or returns one, and what returns a boolean. */
function namesIn({ program, checker }: Project, path: string): Named[] {
  const names = [...nodesOf(program.getSourceFile(at(path))!)].flatMap((node) => {
    const name = "name" in node && !isPropertyAccessExpression(node) ? (node.name as Node | undefined) : undefined;
    return name && isIdentifier(name) ? [name] : [];
  });
  const types = typesAt(checker, names);
  return names.flatMap(({ text: name }, i): Named[] => {
    if (isTruth(types[i])) return [{ path, name, isValue: true, kind: "Truth" }];
    const results = returned(checker, types[i]);
    if (results.some(isTruth)) return [{ path, name, isValue: false, kind: "Truth" }];
    const isBoolean = results.length > 0 && results.every(({ flags }) => (flags & TypeFlags.BooleanLike) !== 0);
    return isBoolean ? [{ path, name, isValue: false, kind: "boolean" }] : [];
  });
}

/** Names that promise a boolean and hold or return a Truth, and names of functions that do either. */
function misnamed(names: readonly Named[]): string[] {
  const promising = names.filter(({ name, kind }) => kind === "Truth" && /^(?:is|has|can)(?:[A-Z]|$)/.test(name));
  const booleans = new Map(names.filter(({ kind }) => kind === "boolean").map((one) => [one.name, one.path]));
  const both = names.filter(({ name, kind, isValue }) => kind === "Truth" && !isValue && booleans.has(name));
  return [
    ...promising.map(({ name, path, isValue }) => `${path}: ${name} ${isValue ? "is" : "returns"} a Truth`),
    ...both.map(({ name, path }) => `${path}: ${name} returns a Truth, and a boolean in ${booleans.get(name)}`),
  ];
}

const start = `import type { Post } from "./model/org/entities.ts";
import { thePost } from "./model/org/names.ts";
import { held, type Scope } from "./model/org/org.ts";
import type { CannotTell, Truth } from "./model/words/fact.ts";
declare const post: Post, posts: Post[], scope: Scope, truths: Truth[], open: CannotTell | undefined, sure: boolean;
`;

/** Each is one misuse, and what the test says of it. */
const misuses: Record<string, readonly [source: string, told: string]> = {
  call: ["if (held(post)) post;", "held(post)"],
  "call of a method": ['if (scope.held("cio")) post;', 'scope.held("cio")'],
  "variable without a type": ["const isHeld = held(post);\nexport const one = isHeld && sure;", "isHeld"],
  property: ["export const one = post.exists ? 1 : 2;", "post.exists"],
  negation: ["export const one = !held(post);", "held(post)"],
  alternative: ["export const one = held(post) || sure;", "held(post)"],
  "second of two": ["if (sure && held(post)) post;", "sure && held(post)"],
  "while loop": ["while (held(post)) post;", "held(post)"],
  "do loop": ["do post; while (held(post));", "held(post)"],
  "for loop": ["for (; held(post); ) post;", "held(post)"],
  cast: ["export const one = Boolean(held(post));", "held(post)"],
  "perhaps nothing": ["if (open) post;", "open"],
  "filter(held)": ["export const all = posts.filter(held);", "posts.filter(held)"],
  "some(...)": ["export const one = posts.some((x) => held(x));", "posts.some((x) => held(x))"],
  "every(...)": ["export const one = posts.every((x) => { return held(x); });", "posts.every("],
  "find(...)": ["export const one = posts.find((x) => x.exists);", "posts.find((x) => x.exists)"],
  "findIndex(...)": ["export const one = posts.findIndex(held);", "posts.findIndex(held)"],
  "findLast(...)": ["export const one = posts.findLast(held);", "posts.findLast(held)"],
  "filter(Boolean)": ["export const all = truths.filter(Boolean);", "truths.filter(Boolean)"],
  words: ["export const one = `Nobody stands in for $" + "{thePost(post)}.`;", "thePost(post)"],
  text: ["export const one = `The post is $" + "{held(post)}.`;", "held(post)"],
};

const sound = `export const said = thePost(post);
export const one = held(post) === "yes" && sure ? posts.filter((x) => held(x) !== "no") : truths;
export const two = typeof post.exists === "object" && post.exists.grounded ? [...posts.map(held)] : [];
`;

const misnames = `export const isFilled = (x: Post) => held(x);
export function hasHolder(x: Post): Truth { return held(x); }
export const canTell = post.exists;
export const settles = (x: Post) => held(x);
{ const settles = () => sure; settles(); }
`;

const files = new Map(
  [...Object.values(misuses).map(([source]) => source), sound, misnames].map((source, i) => [
    at(`server/seed-${i}.ts`),
    start + source,
  ]),
);
const seeds = [...files.keys()].map((path) => slashed(relative(root, path)));
const ours = { extends: "./tsconfig.json", include: ["server", "client"] };
const configs = new Map([
  [at("truth.json"), JSON.stringify(ours)],
  [at("seeds.json"), JSON.stringify({ extends: "./tsconfig.json", include: [], files: seeds })],
]);

describe("a Truth", () => {
  const made = (path: string) => configs.get(slashed(path)) ?? files.get(slashed(path));
  const api = new API({
    cwd: root,
    fs: { readFile: made, fileExists: (path) => (made(path) === undefined ? undefined : true) },
  });
  const snapshot = api.updateSnapshot({ openProjects: [...configs.keys()] });
  const [project, seeded] = [...configs.keys()].map((path) => snapshot.getProject(path)!) as [Project, Project];
  after(() => api.close());
  const sources = project.rootFiles.map((path) => slashed(relative(root, path)));

  it("is never read as a boolean, nor printed", () => {
    assert.ok(sources.length > 300);
    assert.deepEqual(
      sources.flatMap((path) => misusesIn(project, path)),
      [],
    );
  });

  it("never has a name that promises a boolean", () => {
    assert.deepEqual(misnamed(sources.flatMap((path) => namesIn(project, path))), []);
  });

  describe("seeded where it must not be, is found by name:", () => {
    for (const [i, [what, [, told]]] of Object.entries(misuses).entries()) {
      it(what, () => {
        const found = misusesIn(seeded, seeds[i]!);
        assert.equal(found.length, 1, found.join("\n"));
        assert.ok(found[0]!.startsWith(`${seeds[i]}:`) && found[0]!.includes(told), found[0]);
      });
    }
  });

  it("may be compared", () => {
    assert.deepEqual(misusesIn(seeded, seeds.at(-2)!), []);
  });

  it("is found under a wrong name", () => {
    const path = seeds.at(-1)!;
    assert.deepEqual(misnamed(namesIn(seeded, path)), [
      `${path}: isFilled returns a Truth`,
      `${path}: hasHolder returns a Truth`,
      `${path}: canTell is a Truth`,
      `${path}: settles returns a Truth, and a boolean in ${path}`,
    ]);
  });
});

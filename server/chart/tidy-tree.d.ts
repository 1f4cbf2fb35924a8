/** Of the package's own files, since what it offers as its main one needs a browser's window. */
declare module "non-layered-tidy-tree-layout/src/algorithm.js" {
  export class Tree {
    constructor(width: number, height: number, y: number, children: Tree[]);
    readonly x: number;
    readonly y: number;
    readonly c: readonly Tree[];
  }
  /** Gives every node its `x`, so that no two overlap and superiors stand above the middle of those below. */
  export function layout(tree: Tree): void;
}

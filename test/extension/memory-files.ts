import * as vscode from "vscode";

/** A file system that is only here, as a repository's is that the editor reads from afar. By path: contents. */
export function memoryFiles(contents: Readonly<Record<string, Uint8Array>>): vscode.FileSystemProvider {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  const entriesOf = ({ path }: vscode.Uri): [string, vscode.FileType][] => {
    const below = Object.keys(contents).filter((one) => one.startsWith(`${path}/`));
    const names = below.map((one) => one.slice(path.length + 1));
    return [...new Set(names.map((name) => name.split("/")[0] ?? name))].map((name) => [
      name,
      names.includes(name) ? vscode.FileType.File : vscode.FileType.Directory,
    ]);
  };
  return {
    onDidChangeFile: changed.event,
    watch: () => changed,
    stat(uri) {
      const size = contents[uri.path]?.length;
      const type = size === undefined ? vscode.FileType.Directory : vscode.FileType.File;
      if (size === undefined && entriesOf(uri).length === 0) throw vscode.FileSystemError.FileNotFound(uri);
      return { type, ctime: 0, mtime: 0, size: size ?? 0 };
    },
    readDirectory: entriesOf,
    readFile(uri) {
      const bytes = contents[uri.path];
      if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
      return bytes;
    },
    writeFile: refuse,
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
}

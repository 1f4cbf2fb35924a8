import { randomBytes } from "node:crypto";
import { access, chmod, chown, constants, link, lstat, open, readFile, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import process from "node:process";
import { unfitName } from "../base/file-names.ts";

/** The file is as it was. The message says why, as a clause about it: "it is read-only". */
export class NotWritten extends Error {
  /** Whether it is not written because there is a file already. */
  readonly isThere: boolean;

  constructor(message: string, isThere = false) {
    super(message);
    this.isThere = isThere;
  }
}

/** What may stand in the file's place: the bytes that were read from it, no file at all, or whatever is there. */
export type Over = Uint8Array | "nothing" | "anything";

/**
 * Writes a file, all of it or nothing: the content goes into a file beside, which then takes the place, so that neither
 * a full disk nor the end of the program leaves half a file. A file that is replaced keeps its permissions; what a link
 * leads to is written, and the link stays. Rejects with `NotWritten` where something else is there than `over` says, or
 * where it cannot be written.
 */
export async function writeWhole(path: string, content: string | Uint8Array, over: Over): Promise<void> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  try {
    const place = await placeFor(resolve(path), over);
    await putBeside(place, bytes, over);
  } catch (error) {
    throw error instanceof NotWritten ? error : inWords(error as NodeJS.ErrnoException);
  }
}

/** Takes away a file that nobody needs any more. */
export const removeFile = (path: string): Promise<void> => rm(path, { force: true });

interface FilePlace {
  /** Without links. */
  readonly path: string;
  /** Of the file that is there. */
  readonly old: { readonly mode: number; readonly uid: number; readonly gid: number } | undefined;
}

async function placeFor(path: string, over: Over): Promise<FilePlace> {
  // A file of such a name may be there all the same, from a system that knows better.
  const there = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    const unfit = unfitName(basename(path), process.platform === "win32");
    if (unfit !== undefined) throw new NotWritten(unfit);
    return undefinedWhereMissing(error);
  });
  if (!there) {
    if (over instanceof Uint8Array) throw new NotWritten("it is no longer there");
    return { path, old: undefined };
  }
  if (over === "nothing") throw new NotWritten("it is there already", true);
  const real = await realpath(path).catch(undefinedWhereMissing);
  if (real === undefined) throw new NotWritten("it is a link that leads nowhere");
  const old = await lstat(real);
  if (old.isDirectory()) throw new NotWritten("it is a folder");
  if (!old.isFile()) throw new NotWritten("it is a device and no file");
  // One of the names would get the new content, and the other keep the old.
  if (old.nlink > 1) throw new NotWritten("it has a second name (a hard link), which would keep the old content");
  // Replacing a file asks the folder's leave, not the file's; whoever locked it meant the content.
  if ((old.mode & 0o222) === 0) throw new NotWritten("it is read-only");
  await access(real, constants.W_OK);
  return { path: real, old };
}

async function putBeside({ path, old }: FilePlace, bytes: Uint8Array, over: Over): Promise<void> {
  const beside = join(dirname(path), `.itorg-${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
  try {
    const file = await open(beside, "wx", old ? old.mode & 0o777 : 0o666);
    try {
      await file.writeFile(bytes);
      // Else the new name may reach the disk before the content does.
      await file.sync();
    } finally {
      await file.close();
    }
    if (old) await likeOld(beside, old);
    if (over instanceof Uint8Array && !(await readFile(path)).equals(over))
      throw new NotWritten("it was changed by somebody else meanwhile");
    if (over === "nothing") await takeFreePlace(beside, path);
    else await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

async function likeOld(beside: string, { mode, uid, gid }: NonNullable<FilePlace["old"]>): Promise<void> {
  // Who may not give files away keeps what is written as an own file.
  await chown(beside, uid, gid).catch(() => chown(beside, -1, gid).catch(() => {}));
  // The mode at opening is less what the user's mask takes away.
  await chmod(beside, mode & 0o7777);
}

/** A second name never takes the place of a file that has come meanwhile, as renaming does. */
async function takeFreePlace(beside: string, path: string): Promise<void> {
  try {
    await link(beside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new NotWritten("it is there already", true);
    // Not every file system has second names.
    if (await lstat(path).catch(undefinedWhereMissing)) throw new NotWritten("it is there already", true);
    await rename(beside, path);
  }
}

function undefinedWhereMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "it may not be written (no permission)",
  EPERM: "it may not be written (no permission)",
  EROFS: "it may not be written (no permission)",
  EBUSY: "another program keeps it open",
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  ELOOP: "it is a link that leads back to itself",
  ENAMETOOLONG: "the name is too long",
  EINVAL: "the system takes no such name",
  ENOSPC: "there is no room left on the disk",
  EDQUOT: "there is no room left on the disk",
  EFBIG: "it would be larger than a file may be here",
};

const inWords = ({ code, message }: NodeJS.ErrnoException): NotWritten =>
  new NotWritten(reasons[code ?? ""] ?? `it cannot be written: ${message}`);

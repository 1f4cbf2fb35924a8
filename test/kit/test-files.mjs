// Which files hold tests, by path from the root.
import { readdirSync } from "node:fs";

/** The editors' rooms run by scripts of their own, and keep a whole editor beside them. */
const withoutTests = ["extension", "editors", "golden"];

export const testFiles = () =>
  readdirSync("test", { withFileTypes: true })
    .filter((entry) => !withoutTests.includes(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? below(`test/${entry.name}`) : `test/${entry.name}`))
    .filter((path) => path.endsWith(".test.ts"))
    .sort();

const below = (room) =>
  readdirSync(room, { recursive: true, encoding: "utf8" }).map((name) => `${room}/${name.replaceAll("\\", "/")}`);

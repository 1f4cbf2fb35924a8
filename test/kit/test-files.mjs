// Which files hold tests, by path from the root.
import { readdirSync } from "node:fs";

/** The editors' rooms run by scripts of their own, and keep a whole editor beside them. */
const withoutTests = ["extension", "editors", "golden"];

export const testFiles = () =>
  readdirSync("test", { withFileTypes: true })
    .filter((room) => room.isDirectory() && !withoutTests.includes(room.name))
    .flatMap((room) =>
      readdirSync(`test/${room.name}`, { recursive: true, encoding: "utf8" }).map(
        (name) => `test/${room.name}/${name.replaceAll("\\", "/")}`,
      ),
    )
    .filter((path) => path.endsWith(".test.ts"))
    .sort();

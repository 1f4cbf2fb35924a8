// Restricted Mode: a person who does not trust a client's folder gets the findings all the same.
import { folder, packed, workspace } from "./context.mjs";
import { openSample, picture, pictureOfFailure, plainView, problemOf, sample, showProblems } from "./page.mjs";
import { check } from "./tally.mjs";
import { installVsix, startServer } from "./workbench.mjs";

export async function trustPart({ browser, screenshots }) {
  const home = folder("profile");
  const extensions = folder("extensions");
  installVsix(packed(), { home, extensions });
  // By a person's view and not by a suite: the workbench trusts every folder in which it runs tests.
  const server = await startServer({ home, extensions, trust: true, settings: plainView });
  const page = await openSample(browser, server, workspace(sample));
  const seen = (name, body) => check(name, body, () => pictureOfFailure(page, name));
  try {
    await seen("an untrusted folder is open in Restricted Mode", async () => {
      await page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
    });
    await seen("the extension reports findings there", async () => {
      await showProblems(page);
      await problemOf(page, "ciso-is-it-head").waitFor();
      await picture(page, screenshots, "restricted-mode.png");
    });
  } finally {
    await page.close();
    server.stop();
  }
}

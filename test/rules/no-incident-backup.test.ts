import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("no-incident-backup", () => {
  const rule = "no-incident-backup";
  const isJudged = (fields: string, posts = "ciso: { heldBy: Eve Roy }", rest = "") =>
    judged(rule, file(`posts: { ${posts} }\nactivities: { incident-response: { ${fields} } }\n${rest}`));
  const place = "activities.incident-response";

  it("takes the activity's own answer first", () => {
    assert.equal(isJudged("responsible: ciso, deputy: none"), `warning ${place}`);
    assert.equal(
      isJudged("responsible: ciso, deputy: none", "ciso: { heldBy: Eve Roy, deputy: Bo Li }"),
      `warning ${place}`,
    );
    assert.equal(isJudged("responsible: ciso, deputy: Bo Li", "ciso: { heldBy: Eve Roy, deputy: none }"), "silent");
    assert.equal(isJudged("responsible: ciso, deputy: declined", "ciso: { heldBy: Eve Roy, deputy: none }"), "silent");
    assert.equal(
      isJudged("responsible: ciso, deputy: unknown", "ciso: { heldBy: Eve Roy, deputy: none }"),
      `asks ${place}.deputy`,
    );
  });

  it("reads the post's deputy where the activity says nothing", () => {
    assert.equal(isJudged("responsible: ciso", "ciso: { heldBy: Eve Roy, deputy: none }"), `warning ${place}`);
    assert.equal(isJudged("responsible: ciso", "ciso: { heldBy: Eve Roy, deputy: Bo Li }"), "silent");
    assert.equal(isJudged("responsible: Eve Roy", "ciso: { heldBy: Eve Roy, deputy: none }"), `warning ${place}`);
    assert.equal(isJudged("responsible: ciso"), "asks posts.ciso.deputy");
    assert.equal(isJudged("responsible: Dee Fox"), `asks ${place}.deputy`);
  });

  it("needs exactly one responsible", () => {
    assert.equal(isJudged("responsible: [ciso, cio], deputy: none"), "silent");
    assert.equal(isJudged("responsible: none, deputy: none"), "silent");
    assert.equal(isJudged("deputy: none"), `asks ${place}.responsible`);
    assert.equal(isJudged("responsible: ciso, deputy: none", "ciso: { heldBy: [Eve Roy, Bo Li] }"), "silent");
    assert.equal(
      isJudged("responsible: team:desk, deputy: none", undefined, "teams: { desk: { headedBy: ciso } }"),
      `asks ${place}.accountable`,
    );
    const provider = "providers: { x: { name: Datafort, services: [security-operations] } }";
    // A firm is never ill: who inside is in charge is what is worth knowing.
    for (const more of ["", ", deputy: none"]) {
      assert.equal(isJudged(`responsible: provider:x${more}`, undefined, provider), `asks ${place}.accountable`, more);
      assert.equal(isJudged(`responsible: provider:x, accountable: ceo${more}`, undefined, provider), "silent", more);
    }
  });

  it("lets somebody below the post stand in, never IT for security", () => {
    const withDesk = file(
      "posts: { ciso: { heldBy: Eve Roy }, desk: { heldBy: Bo Li, reportsTo: ciso } }\nactivities: { incident-response: { responsible: ciso, deputy: none } }",
    );
    tryRemedies(rule, withDesk);
    assert.deepEqual(titles(only(rule, withDesk).fixes), ["Let the Desk stand in for incident response"]);
    assert.match(applied(withDesk, only(rule, withDesk).fixes[0]!), /deputy: desk/);
    const withIt = withDesk.replace("desk:", "it-manager:");
    assert.deepEqual(titles(only(rule, withIt).fixes), []);
  });

  it("looks at every entry about it", () => {
    const text = file(
      "posts: { ciso: { heldBy: Eve Roy, deputy: none } }\nactivities: { plant-incidents: { activity: incident-response, responsible: ciso }, incident-response: { responsible: ciso, deputy: Bo Li } }",
    );
    assert.equal(placeToString(only(rule, text).at), "activities.plant-incidents");
  });
});

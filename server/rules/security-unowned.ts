import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, type Scope, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const securityUnowned = rule({
  id: "security-unowned",
  category: "gap",
  severity: "warning",
  basic: ["security"],
  title: "Nobody answers for security",
  reportTitle: "No post answers for information security",
  why: "Protecting systems and data takes decisions that cost money and convenience. Where no post is charged with them and nobody is accountable, they are taken by chance, and after an incident nobody can say who should have acted.",
  reason: "Decisions about protecting systems and data are then left to chance.",
  rests: ["S1-11", "iso27001-a5-2", "nist-800-53-pm-2"],
  note: "A CISO whom a provider supplies counts, and so does a security official whom a law demands. It looks at the post and at the accountability, not at how well either works.",
  absorbs: ["no-accountable", "activity-not-done"],
  remedies: ["add-post-<post>", "make-accountable-<post>"],
  avoid: "No security officer is in office, and nobody is accountable for security.",
  prefer: "A CISO, from inside or outside, or at least one accountable head for security as a whole.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 80 }
posts:
#^^^^ 💡 warning: security-unowned
  ceo: { heldBy: Ann Ode }
  ciso: none
providers: none
activities:
  security: none
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 80 }
posts:
  ceo: { heldBy: Ann Ode }
  ciso: none
providers: none
activities:
  security: { accountable: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 80 }
posts:
#^^^^ sound: security-unowned
  ceo: { heldBy: Ann Ode }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers: none
activities:
  security: { accountable: ciso }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 80 }
posts:
  ceo: { heldBy: Ann Ode }
  ciso: none
providers: none
`,
  },
  *check({ org }) {
    for (const scope of org.scopes()) {
      yield verdict(
        scope.at,
        // That no group leads the organization itself is nothing known, so that it makes nothing worth asking.
        fact.all(noSecurityPost(scope), unowned(scope), ...(scope.unit ? [fact.not(ask.ledByGroup(scope))] : [])),
        () => ({
          says: says(scope),
          related: say.ifThisIsIt(scope, ["ciso"]),
          // That nobody is charged with security, or answers for it, is the same fact.
          covers: [...scope.activities("security"), ...scope.activities("security-policy")].map((entry) => entry.at),
          fixes: [...accountableHead(scope), ...mend.firstStepVacant(scope, "ciso")],
        }),
        () => {
          const [entry] = scope
            .activities("security")
            .filter(({ accountable }) => fact.itemsOf(accountable).length > 0);
          const refs = entry ? fact.itemsOf(entry.accountable) : [];
          return entry
            ? {
                says: say.words`Somebody answers for security: ${say.listOf(refs.map((ref) => say.refName(scope.org, ref)))}.`,
                facts: [at(entry, "accountable")],
              }
            : undefined;
        },
      );
    }
  },
});

/** The posts of security that a law names count as none where nobody mentioned them and the law is not declared. */
function noSecurityPost(scope: Scope): Truth {
  const { org, unit } = scope;
  return fact.every(
    [
      scope.held("ciso"),
      org.outsideService("ciso", unit).truth,
      ...ask.regulatoryRoles(scope).map((role) => scope.held(role)),
    ],
    fact.not,
  );
}

const nobodyOwnsIt = (scope: Scope): Truth => scope.withoutAccountable("security");

function unowned(scope: Scope): Truth {
  const whole = nobodyOwnsIt(scope);
  const policy = nobodyOwnsPolicy(scope);
  // Whoever is named for security as a whole settles both, so the policy need not be asked for.
  return fact.isCannotTell(whole) && fact.isCannotTell(policy) ? whole : fact.any(whole, policy);
}

/** Somebody accountable for security as a whole makes up for a policy that nobody owns. */
function nobodyOwnsPolicy(scope: Scope): Truth {
  const isOwned = scope.activities("security").some((entry) => fact.itemsOf(entry.accountable).length > 0);
  return isOwned ? "no" : fact.all(scope.noneOrVacant("ciso"), scope.withoutAccountable("security-policy"));
}

function says(scope: Scope): string {
  const ciso = scope.posts("ciso").length > 0 ? "the CISO post is vacant" : "there is no CISO";
  const duty = nobodyOwnsIt(scope) === "yes" ? "security" : "the security policy";
  const where = scope.unit ? ` in ${scope.name}` : "";
  return `No post answers for security${where}: ${ciso}, and nobody is accountable for ${duty}.`;
}

/** Whoever heads the organization, since security conflicts with running IT (S1-13) and the head decides (S1-17). */
function accountableHead(scope: Scope) {
  const { org, unit } = scope;
  const head = ask.headOf(org, unit);
  if (!head) return [];
  return [
    mend.fix(
      mend.does("make-accountable-<post>", head.id),
      say.words`Make ${head.name} accountable for security`,
      mend.makeAccountable(scope, "security", head.id),
    ),
  ];
}

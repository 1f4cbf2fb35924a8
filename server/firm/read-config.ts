import { type PartId, partIds } from "../base/document.ts";
import { Text } from "../base/text.ts";
import type { RegimeStatus, Role } from "../knowledge/catalogues.ts";
import { type RegimeAssumption, type Thresholds, usualConventions } from "../knowledge/conventions.ts";
import type { FieldSpec } from "../knowledge/format.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Severity } from "../knowledge/severity.ts";
import type { Naming } from "../model/org/naming.ts";
import { type OrgDocument, readDocument } from "../model/read/document.ts";
import { SettingsReader } from "../model/read/settings.ts";

/** What a firm writes into its configuration, as far as it can be read. */
export interface FirmSettings {
  readonly rules: ReadonlyMap<string, Severity | "off">;
  readonly thresholds: Thresholds;
  /** By the id that the firm gives to each. */
  readonly duties: ReadonlyMap<string, FirmPair>;
  readonly titles: ReadonlyMap<string, readonly Role[]>;
  readonly regimes: ReadonlyMap<string, RegimeAssumption>;
  /** Articles and standards that the firm does not follow, by id. */
  readonly notFollowed: ReadonlySet<string>;
  readonly exclude: readonly string[];
  readonly report: ReportSettings;
}

/** How a report of the firm's looks, and what stands in it. */
export interface ReportSettings {
  /** As it stands on the cover; empty where the firm does not say. */
  readonly firm: string;
  /** Those that the report has, in any order. */
  readonly parts: ReadonlySet<ReportPart>;
  readonly names: Naming;
  /** Paths as they are written, seen from the configuration's folder. */
  readonly logo: string | undefined;
  readonly template: string | undefined;
  /** As #rrggbb. */
  readonly accent: string;
  readonly footer: string;
}

export type ReportPart = PartId | "cover";

/** Where no firm says otherwise. */
export const usualReport: ReportSettings = {
  firm: "",
  parts: new Set<ReportPart>(["cover", ...partIds]),
  names: "full",
  logo: undefined,
  template: undefined,
  accent: "#1f4e79",
  footer: "",
};

/** Two duties that a firm keeps apart. */
export interface FirmPair {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly severity?: Severity;
  readonly title?: string;
  readonly reason?: string;
}

/** The id of the rule that a firm's own pair becomes. */
export const firmRuleId = (id: string): string => `duties-${id}`;

/** The rules that there are, by id; one that runs `always` keeps its weight. */
export type KnownRules = ReadonlyMap<string, { readonly always?: true }>;

/**
 * Reads a configuration. What is wrong with it is in the document's problems and left out of the settings; everything
 * else counts. Never throws.
 */
export function readConfig(
  text: Text,
  known: KnownRules,
  knowledge: Knowledge,
): { readonly document: OrgDocument; readonly settings: FirmSettings } {
  const reader = new SettingsReader(text, "rules:", knowledge);
  const settings = new Settings(reader, known, knowledge).read();
  const nothing = readDocument(new Text(""), usualConventions(knowledge)).org.data;
  return { document: reader.document(nothing), settings };
}

/** What the sections of a configuration mean. */
class Settings {
  readonly #reader: SettingsReader;
  readonly #known: KnownRules;
  readonly #knowledge: Knowledge;

  constructor(reader: SettingsReader, known: KnownRules, knowledge: Knowledge) {
    this.#reader = reader;
    this.#known = known;
    this.#knowledge = knowledge;
  }

  read(): FirmSettings {
    const duties = this.#duties();
    return {
      rules: this.#rules([...duties.keys()].map(firmRuleId)),
      thresholds: this.#thresholds(),
      duties,
      titles: this.#titles(),
      regimes: this.#regimes(),
      notFollowed: this.#notFollowed(),
      exclude: this.#reader.texts(["exclude"], "path"),
      report: this.#report(),
    };
  }

  #rules(own: readonly string[]): Map<string, Severity | "off"> {
    this.#reader.reportUnknown("rules", new Set([...this.#known.keys(), ...own]), "check");
    const spec = this.#valueIn("rules");
    const rules = new Map<string, Severity | "off">();
    for (const id of this.#reader.keys("rules")) {
      const at = ["rules", id];
      if (!this.#known.has(id) && !own.includes(id)) continue;
      if (this.#known.get(id)?.always) {
        const says = "This check keeps its weight: without it, a file that was read by half would look clean.";
        this.#reader.report(at, says, { part: "key" });
        continue;
      }
      const setting = this.#reader.value<Severity | "off">(spec, at);
      if (setting !== undefined) rules.set(id, setting);
    }
    return rules;
  }

  #thresholds(): Thresholds {
    const standard = usualConventions(this.#knowledge).thresholds;
    const thresholds = { ...standard, ...this.#reader.group<Thresholds>("thresholds", ["thresholds"]) };
    if (thresholds.small <= thresholds.large) return thresholds;
    const says = `Small begins below ${thresholds.small} and large at ${thresholds.large}, so that some organizations would be both. Neither is used.`;
    this.#reader.report(["thresholds", this.#reader.keys("thresholds").includes("small") ? "small" : "large"], says);
    return { ...thresholds, small: standard.small, large: standard.large };
  }

  #duties(): Map<string, FirmPair> {
    const pairs = new Map<string, FirmPair>();
    for (const id of this.#reader.keys("duties")) {
      const at = ["duties", id];
      const pair = this.#reader.group<FirmPair>("firmPair", at);
      // The id is part of a rule's id, which is no longer than others are.
      if (!this.#reader.isGoodId(id, at, 48) || !pair?.first || !pair.second) continue;
      if (this.#known.has(firmRuleId(id))) {
        const says = "There is a check of this name already. Give the pair another.";
        this.#reader.report(at, says, { part: "key" });
        continue;
      }
      const { first, second } = pair;
      const both = first.find((duty) => second.includes(duty));
      if (both === undefined) pairs.set(id, { ...pair, first, second });
      else {
        const says = `\`${both}\` stands on both sides, and nobody can keep it apart from itself.`;
        this.#reader.report(at, says, { part: "key" });
      }
    }
    return pairs;
  }

  #report(): ReportSettings {
    const written = this.#reader.group<Omit<ReportSettings, "parts"> & { readonly parts: readonly ReportPart[] }>(
      "reportSettings",
      ["report"],
    );
    const { parts, accent, ...rest } = written ?? {};
    const isColour = accent === undefined || /^#[0-9a-f]{6}$/i.test(accent);
    if (!isColour)
      this.#reader.report(["report", "accent"], 'A colour is written as in "#1f4e79", in quotation marks.');
    return {
      ...usualReport,
      ...rest,
      ...(parts ? { parts: new Set(parts) } : {}),
      ...(accent !== undefined && isColour ? { accent: accent.toLowerCase() } : {}),
    };
  }

  #titles(): Map<string, readonly Role[]> {
    const spec = this.#valueIn("titles");
    const titles = new Map<string, readonly Role[]>();
    for (const title of this.#reader.keys("titles")) {
      const at = ["titles", title];
      if (title.trim() === "") this.#reader.report(at, "A title is missing before this colon.", { part: "key" });
      const roles = this.#reader.value<readonly Role[]>(spec, at);
      if (roles && title.trim() !== "") titles.set(title, roles);
    }
    return titles;
  }

  #regimes(): Map<string, RegimeAssumption> {
    const spec = this.#valueIn("regimes");
    const regimes = new Map<string, RegimeAssumption>();
    for (const id of this.#reader.keys("regimes")) {
      const at = ["regimes", id];
      if (!this.#reader.isGoodId(id, at, 64)) continue;
      this.#reader.checkSpelling("regimes", id, "regime");
      const definition = this.#knowledge.law.regimes.get(id);
      const allowed = definition && (definition.capacities ?? []);
      const detail = this.#reader.isGroup(at)
        ? this.#reader.group<{ status: RegimeStatus; as: string }>("regimeDefault", at, (field) =>
            field.name !== "as" ? field : allowed ? { ...field, allowed } : { ...field, kind: "word", of: undefined },
          )
        : { status: this.#reader.value<RegimeStatus>(spec, at) };
      if (detail?.status) {
        const as = "as" in detail && detail.as !== undefined ? [detail.as] : [];
        regimes.set(id, { status: detail.status, as });
      }
    }
    return regimes;
  }

  #notFollowed(): Set<string> {
    const { sources, standards } = this.#knowledge.evidence;
    const known = new Set([...sources.keys(), ...standards.keys()]);
    this.#reader.reportUnknown("sources", known, "article or standard");
    const spec = this.#valueIn("sources");
    const followed = (id: string) => this.#reader.value(spec, ["sources", id]) !== "not-followed";
    return new Set(this.#reader.keys("sources").filter((id) => known.has(id) && !followed(id)));
  }

  /** What an entry of a section holds, where it is a single value. */
  #valueIn(section: string): FieldSpec {
    return this.#knowledge.format.configSections.get(section)!.value!;
  }
}

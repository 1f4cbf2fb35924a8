// Generated from schemas/itorg.schema.json by `npm run generate`. Do not edit.

import type {
  Appointment,
  Background,
  Cadence,
  CardData,
  CloudPurchasing,
  CommitteeType,
  CoverageValue,
  Customer,
  Focus,
  Level,
  Objective,
  Orientation,
  RecommendationStatus,
  RegimeCapacity,
  RegimeStatus,
  ReportForm,
  Role,
  Sector,
  UnitKind,
} from "../../knowledge/catalogues.ts";
import type { Fact } from "../words/fact.ts";
import type { Range, Ref } from "../words/values.ts";

export interface OrganizationFields {
  readonly name: Fact<string>;
  readonly legalName: Fact<string>;
  readonly headcount: Fact<Range>;
  readonly itHeadcount: Fact<Range>;
  readonly sector: Fact<Sector>;
  readonly jurisdictions: Fact<readonly string[]>;
  readonly listed: Fact<boolean>;
  readonly publicAuthority: Fact<boolean>;
  readonly sellsTechnology: Fact<boolean>;
  readonly customerFacingTechnology: Fact<boolean>;
  readonly annualRevenue: Fact<MoneyFields>;
  readonly totalAssets: Fact<MoneyFields>;
  readonly consumerRecords: Fact<number>;
  readonly personsProcessingPersonalData: Fact<number>;
  readonly largeScaleMonitoring: Fact<boolean>;
  readonly largeScaleSensitiveData: Fact<boolean>;
  readonly cardData: Fact<CardData>;
  readonly cloudPurchasing: Fact<CloudPurchasing>;
}

export interface MoneyFields {
  readonly amount: Fact<number>;
  readonly currency: Fact<string>;
}

export interface RegimeDetailFields {
  readonly status: Fact<RegimeStatus>;
  readonly as: Fact<readonly RegimeCapacity[]>;
  readonly units: Fact<readonly Ref[]>;
  readonly note: Fact<string>;
}

export interface CoverageFields {
  readonly posts: Fact<CoverageValue>;
  readonly committees: Fact<CoverageValue>;
  readonly providers: Fact<CoverageValue>;
  readonly activities: Fact<CoverageValue>;
  readonly itPosts: Fact<CoverageValue>;
}

export interface UnitFields {
  readonly name: Fact<string>;
  readonly kind: Fact<UnitKind>;
}

export interface InterviewFields {
  readonly date: Fact<string>;
  readonly with: Fact<string>;
  readonly by: Fact<string>;
  readonly note: Fact<string>;
}

export interface PersonFields {
  readonly employedBy: Fact<Ref>;
  readonly background: Fact<Background>;
  readonly promotedFrom: Fact<string>;
  readonly since: Fact<string>;
  readonly formerPosts: Fact<readonly string[]>;
}

export interface PostFields {
  readonly role: Fact<Role>;
  readonly title: Fact<string>;
  readonly heldBy: Fact<readonly Ref[]>;
  readonly interim: Fact<boolean>;
  readonly until: Fact<string>;
  readonly daysPerWeek: Fact<number>;
  readonly unit: Fact<Ref>;
  readonly reportsTo: Fact<Ref>;
  readonly dottedLineTo: Fact<readonly Ref[]>;
  readonly level: Fact<readonly Level[]>;
  readonly orientation: Fact<Orientation>;
  readonly focus: Fact<readonly Focus[]>;
  readonly objectives: Fact<readonly Objective[]>;
  readonly customers: Fact<readonly Customer[]>;
  readonly handsOn: Fact<boolean>;
  readonly governanceTraining: Fact<boolean>;
  readonly primaryDuty: Fact<boolean>;
  readonly background: Fact<Background>;
  readonly appointment: Fact<Appointment>;
  readonly deputy: Fact<Ref>;
  readonly boardReport: Fact<BoardReportFields>;
  readonly contactPublished: Fact<boolean>;
  readonly appointedBy: Fact<Ref>;
  readonly appointmentApprovedBy: Fact<Ref>;
  readonly notes: Fact<string>;
}

export interface BoardReportFields {
  readonly form: Fact<ReportForm>;
  readonly cadence: Fact<Cadence>;
  readonly to: Fact<Ref>;
}

export interface TeamFields {
  readonly headedBy: Fact<Ref>;
  readonly members: Fact<Range | readonly Ref[]>;
  readonly functions: Fact<readonly string[]>;
  readonly parent: Fact<Ref>;
  readonly unit: Fact<Ref>;
  readonly notes: Fact<string>;
}

export interface ProviderFields {
  readonly name: Fact<string>;
  readonly services: Fact<readonly string[]>;
  readonly levels: Fact<readonly Level[]>;
  readonly overseenBy: Fact<readonly Ref[]>;
  readonly earnsCommission: Fact<boolean>;
  readonly independent: Fact<boolean>;
  readonly group: Fact<string>;
  readonly unit: Fact<Ref>;
  readonly notes: Fact<string>;
}

export interface CommitteeFields {
  readonly type: Fact<CommitteeType>;
  readonly chair: Fact<readonly Ref[]>;
  readonly members: Fact<readonly Ref[]>;
  readonly invitees: Fact<readonly Ref[]>;
  readonly independent: Fact<boolean>;
  readonly directors: Fact<number>;
  readonly meets: Fact<Cadence>;
  readonly lastMet: Fact<string>;
  readonly oversees: Fact<readonly string[]>;
  readonly reportsTo: Fact<Ref>;
  readonly unit: Fact<Ref>;
  readonly notes: Fact<string>;
}

export interface ActivityFields {
  readonly activity: Fact<string>;
  readonly responsible: Fact<readonly Ref[]>;
  readonly accountable: Fact<readonly Ref[]>;
  readonly consulted: Fact<readonly Ref[]>;
  readonly informed: Fact<readonly Ref[]>;
  readonly deputy: Fact<Ref>;
  readonly offlineCopy: Fact<boolean>;
  readonly scope: Fact<readonly string[]>;
  readonly unit: Fact<Ref>;
  readonly notes: Fact<string>;
}

export interface AcceptanceFields {
  readonly rule: Fact<string>;
  readonly at: Fact<string>;
  readonly reason: Fact<string>;
  readonly compensatingControl: Fact<string>;
  readonly approvedBy: Fact<Ref>;
  readonly until: Fact<string>;
}

export interface RecommendationFields {
  readonly rule: Fact<string>;
  readonly at: Fact<string>;
  readonly do: Fact<string>;
  readonly owner: Fact<Ref>;
  readonly due: Fact<string>;
  readonly status: Fact<RecommendationStatus>;
  readonly note: Fact<string>;
}

/** The fields of each group of keys, by the name that the schema gives the group. */
export interface ShapeFields {
  readonly organization: OrganizationFields;
  readonly money: MoneyFields;
  readonly regimeDetail: RegimeDetailFields;
  readonly coverage: CoverageFields;
  readonly unit: UnitFields;
  readonly interview: InterviewFields;
  readonly person: PersonFields;
  readonly post: PostFields;
  readonly boardReport: BoardReportFields;
  readonly team: TeamFields;
  readonly provider: ProviderFields;
  readonly committee: CommitteeFields;
  readonly activity: ActivityFields;
  readonly acceptance: AcceptanceFields;
  readonly recommendation: RecommendationFields;
}

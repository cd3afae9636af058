import type { Cell } from '#lib/base/charts/figure.ts';
import type {
	InformationPointStanding,
	LibraryStanding,
	MunicipalityStanding
} from '#lib/network/standing/types.ts';
import type { LateRows } from '#lib/network/standing/why-late.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { PlanMoves } from '#lib/figures/plan-moves/types.ts';
import type { ShownForecast } from '#lib/figures/forecast/forecast.ts';
import type { DutyCode, MilestoneCode } from '#lib/ledger/milestone/milestone.ts';
import type { RolloutProgress } from '#lib/figures/progress/types.ts';
import type { Participation } from '#lib/figures/participation/types.ts';
import type { Questions } from '#lib/figures/question/types.ts';
import type { ReconciliationRow } from '#lib/figures/reconciliation/reconciliation-row.ts';
import type { LibraryChange } from './changes.ts';
import type { Quarter } from '#lib/base/as-of/quarter.ts';

/** How many libraries or points reached a milestone, out of those that it applies to. */
export interface MilestoneCount {
	milestone: MilestoneCode | DutyCode;
	done: number;
	applicable: number;
}

/** Everything that is read to make an edition, as it stood on (D, K). */
export interface EditionSituation {
	quarter: Quarter;
	/** Bekend op. */
	knownOn: Day;
	/** Curve and provinces count locations. */
	progress: RolloutProgress;
	delay: PlanMoves;
	reconciliation: readonly ReconciliationRow[];
	questions: Questions;
	participation: Participation;
	milestones: readonly MilestoneCount[];
	libraries: readonly LibraryStanding[];
	municipalities: readonly MunicipalityStanding[];
	points: readonly InformationPointStanding[];
	dataVersion: number;
	/** The model's, made on the last day of the quarter; null when there is none. */
	forecast: ShownForecast | null;
}

/** What was said of what is late or paused, in the language of a report, by the facts of `factDay`. */
export interface LateInReport {
	libraries: LateRows['said'];
	municipalities: LateRows['said'];
	factDay: Day;
}

/** A list with the names of its columns, as files have it. */
export type DataTable = {
	kolommen: readonly string[];
	rijen: readonly (readonly Cell[])[];
};

/** Where and by whom an edition is frozen, and what it stands beside. */
export interface Imprint {
	/** Whole address of the edition. */
	address: string;
	/** Where the installation lives: `https://ido.example.nl`. */
	origin: string;
	/** Moment in UTC: `2022-01-31T10:15:00Z`. */
	frozenAt: string;
	/** Organisation of the author; never a person. */
	organisation: string;
	/** SHA-256 of the public key, in hexadecimal. */
	fingerprint: string;
	previous: PreviousEdition | null;
}

/** The edition before this one. */
export interface PreviousEdition {
	/** Code of its quarter. */
	quarter: string;
	/** SHA-256 of its `SHA256SUMS`, so that each edition holds on to the one before. */
	sumsSha256: string;
	/** What changed since, by library. */
	changes: readonly LibraryChange[];
}

import type { DayNumber } from '#lib/base/day/day-number.ts';
import { MILESTONE_CODES, type MilestoneCode } from '#lib/ledger/milestone/milestone.ts';
import type { SubjectLevel } from '#lib/ledger/subject/subject.ts';
import { columnsOf, type Columns } from '#lib/ledger/point-states/columns.ts';

/**
 * The rows of `milestone_state` that say "achieved" or "not applicable" of a milestone that counts:
 * so for the days validFrom ≤ D < validTo as known on knownFrom ≤ K < knownTo. Of each milestone of a
 * subject at most one row holds on a D and K. Days are day numbers. Never changed once made.
 */
export type MilestoneColumns = Columns<MilestoneColumn>;

export const MILESTONE_COLUMNS = [
	/** Of the library or the point. */
	'subjectId',
	/** 1: achieved; 0: not applicable. */
	'done',
	/** Which milestone: its place in `MILESTONES`. */
	'step',
	'validFrom',
	'validTo',
	'knownFrom',
	'knownTo'
] as const;
export type MilestoneColumn = (typeof MILESTONE_COLUMNS)[number];

/** Of the libraries themselves, and of the points. */
export type MilestoneStates = Readonly<Record<SubjectLevel, MilestoneColumns>>;

const NO_ROWS: MilestoneColumns = columnsOf(MILESTONE_COLUMNS, () => new Int32Array(0));
export const NO_MILESTONES: MilestoneStates = { library: NO_ROWS, information_point: NO_ROWS };

/** How many milestones of each subject are done, and not applicable, by its id. */
export interface MilestoneCounts {
	done: Int32Array;
	spared: Int32Array;
}

/** Counts what holds on D as known on K. */
export function countPerSubject(
	{ subjectId, done, validFrom, validTo, knownFrom, knownTo }: MilestoneColumns,
	on: DayNumber,
	known: DayNumber
): MilestoneCounts {
	let highest = -1;
	for (const id of subjectId) if (id > highest) highest = id;
	const counts = { done: new Int32Array(highest + 1), spared: new Int32Array(highest + 1) };
	for (let row = 0; row < subjectId.length; row++) {
		if (validTo[row]! <= on || knownTo[row]! <= known) continue;
		if (validFrom[row]! > on || knownFrom[row]! > known) continue;
		const list = done[row] === 1 ? counts.done : counts.spared;
		list[subjectId[row]!]!++;
	}
	return counts;
}

/**
 * Which milestones of each subject lie behind it (done, or not applicable) on D as known on K, by its id:
 * a bit for each place in `MILESTONES`, so that thousands are one short list of numbers.
 */
export function stepsPerSubject(
	{ subjectId, step, validFrom, validTo, knownFrom, knownTo }: MilestoneColumns,
	on: DayNumber,
	known: DayNumber
): ReadonlyMap<number, number> {
	const steps = new Map<number, number>();
	for (let row = 0; row < subjectId.length; row++) {
		if (validTo[row]! <= on || knownTo[row]! <= known) continue;
		if (validFrom[row]! > on || knownFrom[row]! > known) continue;
		const id = subjectId[row]!;
		steps.set(id, (steps.get(id) ?? 0) | (1 << step[row]!));
	}
	return steps;
}

/** The codes of such steps, in order. */
export function codesOfSteps(steps: number): readonly MilestoneCode[] {
	const known = codesOf.get(steps);
	if (known) return known;
	const codes = MILESTONE_CODES.filter((_, place) => steps & (1 << place));
	codesOf.set(steps, codes);
	return codes;
}

/** Thousands of libraries have the same few. */
const codesOf = new Map<number, readonly MilestoneCode[]>();

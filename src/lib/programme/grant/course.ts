import type { Day } from '#lib/base/day/day.ts';

export const ENTRY_KINDS = [
	'application',
	'decision',
	'instalment',
	'payment',
	'settlement',
	'reclaim'
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A municipality of the work area, as a decision keeps it. */
export interface FrozenMunicipality {
	code: string;
	name: string;
	inhabitants: number | null;
	shareUnits: number;
}

/** What a decision was computed from; it never changes afterwards. */
export interface FrozenInputs {
	rateId: number;
	referenceOn: Day;
	area: FrozenMunicipality[];
	computedCents: number | null;
}

/** Something that was recorded of the subsidy of a library for a year of a scheme. */
export interface GrantEntry {
	id: number;
	kind: EntryKind | 'undone';
	libraryId: number;
	scheme: string;
	year: number;
	onDay: Day;
	amountCents: number | null;
	undoesId: number | null;
	recordedOn: Day;
}

/** How the subsidy of a library for a year of a scheme stands. */
export interface GrantCourse {
	appliedOn: Day | null;
	decidedOn: Day | null;
	awardedCents: number | null;
	/** Instalments that are due by the day. */
	dueCents: number;
	/** Paid less what was reclaimed. */
	paidCents: number;
	settledCents: number | null;
}

/** The entries that count on a day as known on another (null: all of them): none that were undone by then. */
export function entriesStanding<Entry extends GrantEntry>(
	entries: readonly Entry[],
	day: Day,
	knownOn: Day | null
): Entry[] {
	const known = entries.filter(({ recordedOn }) => knownOn === null || recordedOn <= knownOn);
	const undone = new Set(known.flatMap(({ undoesId }) => undoesId ?? []));
	return known.filter(
		({ id, kind, onDay }) => kind !== 'undone' && !undone.has(id) && onDay <= day
	);
}

/** What the standing entries of one library, scheme and year say together; the last decision counts. */
export function courseOf(standing: readonly GrantEntry[]): GrantCourse {
	const inOrder = standing.toSorted((a, b) => a.onDay.localeCompare(b.onDay) || a.id - b.id);
	const last = (kind: EntryKind) => inOrder.findLast((entry) => entry.kind === kind);
	const sum = (kind: EntryKind) =>
		inOrder.reduce((all, one) => all + (one.kind === kind ? (one.amountCents ?? 0) : 0), 0);
	return {
		appliedOn: inOrder.find(({ kind }) => kind === 'application')?.onDay ?? null,
		decidedOn: last('decision')?.onDay ?? null,
		awardedCents: last('decision')?.amountCents ?? null,
		dueCents: sum('instalment'),
		paidCents: sum('payment') - sum('reclaim'),
		settledCents: last('settlement')?.amountCents ?? null
	};
}

export type EntryProblem = 'in_future' | 'no_decision' | 'more_than_paid';

/** Why an entry cannot follow what stands already; null when it can. */
export function entryProblem(
	entry: { kind: EntryKind; onDay: Day; amountCents: number | null },
	standing: readonly GrantEntry[],
	today: Day
): EntryProblem | null {
	// An instalment says when money is due: that may be a day to come.
	if (entry.kind !== 'instalment' && entry.onDay > today) return 'in_future';
	if (entry.kind === 'application' || entry.kind === 'decision') return null;
	const course = courseOf(standing);
	if (course.decidedOn === null) return 'no_decision';
	const isTooMuch = entry.kind === 'reclaim' && (entry.amountCents ?? 0) > course.paidCents;
	return isTooMuch ? 'more_than_paid' : null;
}

/** "12.345,67", "€ 12345" or "12345.67" as cents; null when it is no amount. */
export function readEuros(text: string): number | null {
	const bare = text.replace(/^€/, '').replaceAll(/\s/g, '');
	const match =
		/^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}))?$/.exec(bare) ??
		/^(\d{1,9})\.(\d{1,2})$/.exec(bare);
	if (!match) return null;
	return Number(match[1]!.replaceAll('.', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

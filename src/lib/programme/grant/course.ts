import type { Day } from '#lib/base/day/day.ts';

export const ENTRY_KINDS = [
	'application',
	'decision',
	'instalment',
	'payment',
	'settlement',
	'reclaim',
	'survey',
	'accounts'
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
	/** What the annual accounts account for, as last handed in. */
	accountedCents: number | null;
}

/** What is recorded without an amount. */
export const hasNoAmount = (kind: EntryKind): boolean =>
	kind === 'application' || kind === 'survey';

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
		settledCents: last('settlement')?.amountCents ?? null,
		accountedCents: last('accounts')?.amountCents ?? null
	};
}

export type EntryProblem = 'in_future' | 'no_decision' | 'before_decision' | 'more_than_paid';

/** Why an entry cannot be recorded beside what stands already; null when it can. */
export function entryProblem(
	entry: { kind: EntryKind; onDay: Day; amountCents: number | null },
	standing: readonly GrantEntry[],
	today: Day
): EntryProblem | null {
	// An instalment says when money is due: that may be a day to come.
	if (entry.kind !== 'instalment' && entry.onDay > today) return 'in_future';
	const before = unfounded(standing);
	const after = unfounded([...standing, { id: NOT_YET_RECORDED, ...entry }]);
	if (after.size === before.size) return null;
	if (after.get(NOT_YET_RECORDED) !== 'no_decision') return 'more_than_paid';
	return courseOf(standing).decidedOn === null ? 'no_decision' : 'before_decision';
}

/** Whether an entry can be undone while the others stay: none may rest on it. */
export function mayTakeBack(id: number, standing: readonly GrantEntry[]): boolean {
	const before = unfounded(standing);
	const after = unfounded(standing.filter((entry) => entry.id !== id));
	return [...after.keys()].every((other) => before.has(other));
}

const NOT_YET_RECORDED = Number.MAX_SAFE_INTEGER;

type Ordered = Pick<GrantEntry, 'id' | 'onDay' | 'amountCents'> & { kind: GrantEntry['kind'] };

/** By day; of one day a decision comes before its money, and a payment before what is reclaimed of it. */
function inOrderOfDay<Entry extends Ordered>(standing: readonly Entry[]): Entry[] {
	const rank = ({ kind }: Entry) => (ENTRY_KINDS as readonly string[]).indexOf(kind);
	return standing.toSorted(
		(a, b) => a.onDay.localeCompare(b.onDay) || rank(a) - rank(b) || a.id - b.id
	);
}

/** The entries that nothing earlier carries: money without a decision by its day, or more back than was paid by then. */
function unfounded(
	standing: readonly Ordered[]
): Map<number, Extract<EntryProblem, 'no_decision' | 'more_than_paid'>> {
	const found = new Map<number, 'no_decision' | 'more_than_paid'>();
	let isDecided = false;
	let paidCents = 0;
	for (const { id, kind, amountCents } of inOrderOfDay(standing)) {
		if (kind === 'application') continue;
		if (kind === 'decision') isDecided = true;
		else if (!isDecided) found.set(id, 'no_decision');
		if (kind === 'payment') paidCents += amountCents ?? 0;
		if (kind !== 'reclaim' || found.has(id)) continue;
		if ((amountCents ?? 0) > paidCents) found.set(id, 'more_than_paid');
		else paidCents -= amountCents ?? 0;
	}
	return found;
}

/** How amounts are written: in Dutch, in English, with a point before the cents. */
const AMOUNTS = [
	/^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}))?$/,
	// "1,250" is an amount in neither: of whoever meant thousands or three decimals it is asked again.
	/^(\d{1,3}(?:,\d{3})+)\.(\d{1,2})$/,
	/^(\d{1,9})\.(\d{1,2})$/
];

/** "12.345,67", "€ 12345", "12,345.67" or "12345.67" as cents; null when it is no amount, or may be two. */
export function readEuros(text: string): number | null {
	const bare = text.replace(/^€/, '').replaceAll(/\s/g, '');
	const [, euros, cents = ''] = AMOUNTS.map((form) => form.exec(bare)).find(Boolean) ?? [];
	if (euros === undefined) return null;
	return Number(euros.replaceAll(/[.,]/g, '')) * 100 + Number(cents.padEnd(2, '0'));
}

import type { Day } from '#lib/base/day/day.ts';
import { courseOf, entriesStanding, type GrantEntry } from './course.ts';

/** What a library hands in about the subsidy of a year. */
export const DUTY_KINDS = ['survey', 'accounts'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** `undated`: the year is over and no last day is known; `not_yet`: the year is not over. */
export const DUTY_STATES = ['late', 'due', 'undated', 'not_yet', 'handed_in'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/** What is not in yet and can be asked for. */
export const isMissing = (state: DutyState): boolean =>
	state === 'late' || state === 'due' || state === 'undated';

/** The last day for a kind and year, as somebody set it; `dueOn` null: none holds any more. */
export interface GrantDue {
	id: number;
	kind: DutyKind;
	year: number;
	dueOn: Day | null;
	source: string;
	recordedOn: Day;
	recordedFor: string;
}

export interface Duty {
	kind: DutyKind;
	libraryId: number;
	scheme: string;
	year: number;
	awardedCents: number;
	state: DutyState;
	dueOn: Day | null;
	handedInOn: Day | null;
	/** What the annual accounts account for. */
	accountedCents: number | null;
}

/** Where the rules of this file are from. */
export const DUTY_SOURCE =
	'https://www.bibliotheeknetwerk.nl/basisvaardigheden-volwassenen/digitale-inclusie/management';

/** The scheme whose libraries fill in the yearly survey. Of the others no source says it. */
export const SURVEYED_SCHEME = 'digitale-inclusie';

/** With more subsidy than this, of all schemes and years together, it goes into the annual accounts (same source). */
export const ACCOUNTS_ABOVE_CENTS = 25_000_00;

/** The last day that holds for each kind and year, by what was known on a day (null: now). */
export function duesKnown(dues: readonly GrantDue[], knownOn: Day | null): GrantDue[] {
	const last = new Map<string, GrantDue>();
	for (const due of dues.toSorted((a, b) => a.id - b.id))
		if (knownOn === null || due.recordedOn <= knownOn) last.set(`${due.kind} ${due.year}`, due);
	return [...last.values()]
		.filter(({ dueOn }) => dueOn !== null)
		.toSorted((a, b) => a.year - b.year || a.kind.localeCompare(b.kind));
}

/** What each library hands in for what was awarded to it by a day, as known on another (null: now). */
export function dutiesOn(
	entries: readonly GrantEntry[],
	dues: readonly GrantDue[],
	day: Day,
	knownOn: Day | null
): Duty[] {
	const standing = entriesStanding(entries, day, knownOn);
	const holding = duesKnown(dues, knownOn);
	return [...Map.groupBy(standing, ({ libraryId }) => libraryId)].flatMap(([libraryId, own]) => {
		const courses = [...Map.groupBy(own, ({ scheme, year }) => `${scheme} ${year}`).values()]
			.map((within) => ({ first: within[0]!, within, course: courseOf(within) }))
			.filter(({ course }) => (course.awardedCents ?? 0) > 0);
		const total = courses.reduce((sum, { course }) => sum + (course.awardedCents ?? 0), 0);
		return courses.flatMap(({ first: { scheme, year }, within, course }) => {
			const kinds = DUTY_KINDS.filter((kind) =>
				kind === 'survey' ? scheme === SURVEYED_SCHEME : total > ACCOUNTS_ABOVE_CENTS
			);
			return kinds.map((kind): Duty => {
				const dueOn = holding.find((due) => due.kind === kind && due.year === year)?.dueOn ?? null;
				const handedInOn = firstDayOf(within, kind);
				return {
					...{ kind, libraryId, scheme, year, dueOn },
					awardedCents: course.awardedCents ?? 0,
					handedInOn,
					accountedCents: kind === 'accounts' ? course.accountedCents : null,
					state: stateOf({ year, dueOn, isIn: handedInOn !== null }, day)
				};
			});
		});
	});
}

const firstDayOf = (entries: readonly GrantEntry[], kind: DutyKind): Day | null =>
	entries
		.flatMap((entry) => (entry.kind === kind ? entry.onDay : []))
		.toSorted()
		.at(0) ?? null;

function stateOf(
	{ year, dueOn, isIn }: { year: number; dueOn: Day | null; isIn: boolean },
	day: Day
): DutyState {
	if (isIn) return 'handed_in';
	if (day <= `${year}-12-31`) return 'not_yet';
	if (dueOn === null) return 'undated';
	return day > dueOn ? 'late' : 'due';
}

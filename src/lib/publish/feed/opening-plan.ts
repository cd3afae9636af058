import { addDays, type Day } from '#lib/base/day/day.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { DatePrecision, LedgerEvent } from '#lib/ledger/event/event.ts';
import { stateAt } from '#lib/ledger/event/state-at.ts';

/** What a calendar says of the opening of one point. */
export interface OpeningPlan {
	state: 'planned' | 'paused' | 'opened' | 'cancelled';
	/** The first day, and the day after the last: a month when no more than the month is known. */
	from: Day;
	until: Day;
	precision: DatePrecision;
	/** How often it has changed: calendars take the highest. */
	sequence: number;
	/** UTC moments, ISO 8601, of the first thing that it said and of the last change. */
	createdAt: string;
	changedAt: string;
}

type Told = Pick<OpeningPlan, 'state' | 'from' | 'until' | 'precision'>;

/** After everything that is recorded. */
const EVER: Day = '9999-12-31';

/**
 * What a calendar says of the opening of a point, from everything that was recorded about its opening and
 * its operation; null when it never had a plan. The same events give the same answer on every day.
 */
export function openingPlan(
	opening: readonly RecordedEvent[],
	operation: readonly RecordedEvent[]
): OpeningPlan | null {
	const moments = [...new Set([...opening, ...operation].map(({ recordedAt }) => recordedAt))];
	let told: OpeningPlan | null = null;
	for (const moment of moments.sort()) {
		const known = (events: readonly RecordedEvent[]) =>
			events.filter(({ recordedAt }) => recordedAt <= moment);
		const next = toldBy(known(opening), known(operation), told);
		if (!next || (told && isSame(told, next))) continue;
		const sequence: number = told ? told.sequence + 1 : 0;
		const createdAt: string = told?.createdAt ?? moment;
		told = { ...next, sequence, createdAt, changedAt: moment };
	}
	return told;
}

function toldBy(
	opening: readonly RecordedEvent[],
	operation: readonly RecordedEvent[],
	before: Told | null
): Told | null {
	const status = find(opening, 'status');
	if (status?.kind === 'achieved') {
		return { state: 'opened', ...daysOf(status.effectiveOn, status.datePrecision) };
	}
	const plan = find(opening, 'plan');
	const isOff =
		status?.kind === 'not_applicable' || find(operation, 'status')?.kind === 'permanently_closed';
	if (!isOff && plan?.kind === 'planned' && plan.targetOn) {
		const state = status?.kind === 'on_hold' ? 'paused' : 'planned';
		return { state, ...daysOf(plan.targetOn, 'day') };
	}
	return before && { ...before, state: 'cancelled' };
}

function find(events: readonly RecordedEvent[], lane: 'plan' | 'status') {
	const held: LedgerEvent | undefined = stateAt(events, lane, EVER, EVER);
	return events.find(({ id }) => id === held?.id);
}

/** A day that is known as a month or a year is that whole month or year. */
function daysOf(day: Day, precision: DatePrecision): Omit<Told, 'state'> {
	const year = Number(day.slice(0, 4));
	const month = day.slice(0, 7);
	if (precision === 'year') return { precision, from: `${year}-01-01`, until: `${year + 1}-01-01` };
	if (precision === 'day') return { precision, from: day, until: addDays(day, 1) };
	// 32 days after the first of a month are always in the next one.
	return { precision, from: `${month}-01`, until: `${addDays(`${month}-01`, 32).slice(0, 7)}-01` };
}

const isSame = (a: Told, b: Told) =>
	a.state === b.state && a.from === b.from && a.until === b.until && a.precision === b.precision;

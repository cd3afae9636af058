import { FOREVER_NUMBER, type DayNumber } from '#lib/base/day/day-number.ts';
import { inOrder, type DatedRows } from '#lib/ledger/point-states/dated-rows.ts';
import { placeCount, type PlaceColumn } from '#lib/ledger/point-states/place-standings.ts';
import { REALISED, type KnownStates } from '#lib/ledger/point-states/point-states.ts';

/** What is realised, on which days. The rows of `ever` have to be in order of their first day. */
export const realisedRows = (known: KnownStates): DatedRows =>
	whileTrue(known, (row) => known.states.validFrom[row]!);

/**
 * What was first planned for these days or earlier, on which days: as the headline of each day counts
 * it, with the libraries and municipalities of that day.
 */
export function firstPlannedRows(known: KnownStates): DatedRows {
	const { firstPlanOn, validFrom } = known.states;
	return inOrder(whileTrue(known, (row) => Math.max(validFrom[row]!, firstPlanOn[row]!)));
}

/**
 * What is planned for these days or earlier by the current plan: the last one, also of what has opened
 * since, earlier or later. What opened without a plan, and what will not open any more, is not planned.
 */
export function plannedRows(known: KnownStates): DatedRows {
	return datedByPoint(known, (row) => {
		const { openedOn, awaitedOn, planOn } = known.states;
		return hasOpened(openedOn[row]!) || awaitedOn[row]! < FOREVER_NUMBER ? planOn[row]! : null;
	});
}

/** Of {@link plannedRows} what has opened by now. */
export function openedRows(known: KnownStates): DatedRows {
	const { openedOn, planOn } = known.states;
	return datedByPoint(known, (row) => (hasOpened(openedOn[row]!) ? planOn[row]! : null));
}

/**
 * Still to come: by the adviser's forecast, else by the current plan, from the day of the facts on. What
 * is meant for that day itself and is not there yet counts from the next: it has not passed.
 */
export function expectedRows({ states, now, factDay }: KnownStates): DatedRows {
	const { awaitedOn, forecastOn, planOn } = states;
	const from = (row: number) => {
		if (awaitedOn[row] === FOREVER_NUMBER) return FOREVER_NUMBER;
		const day = forecastOn[row] === FOREVER_NUMBER ? planOn[row]! : forecastOn[row]!;
		return day >= factDay ? Math.max(day, factDay + 1) : FOREVER_NUMBER;
	};
	return inOrder({ states, rows: now, from, to: () => FOREVER_NUMBER });
}

/** These rows without those of a library or municipality in which something is realised now. */
export function notYetRealised(
	dated: DatedRows,
	{ states, now }: KnownStates,
	column: PlaceColumn
): DatedRows {
	const placeOf = states[column];
	const realised = new Uint8Array(placeCount(placeOf, now));
	for (const row of now) if (states.flags[row]! & REALISED) realised[placeOf[row]!] = 1;
	return { ...dated, rows: dated.rows.filter((row) => realised[placeOf[row]!] !== 1) };
}

const hasOpened = (openedOn: DayNumber) => openedOn < FOREVER_NUMBER;

/** Rows that count from a day of their own for as long as they hold, and what holds now for ever. */
function whileTrue(
	{ states, ever: rows, factDay }: KnownStates,
	from: (row: number) => DayNumber
): DatedRows {
	const { validFrom, validTo } = states;
	return {
		states,
		rows: rows.filter((row) => validFrom[row]! <= factDay),
		from,
		to: (row) => (validTo[row]! > factDay ? FOREVER_NUMBER : validTo[row]!)
	};
}

/** The rows of each point, from the day that its row of now says on; null where it says none. */
function datedByPoint(known: KnownStates, dayOf: (row: number) => DayNumber | null): DatedRows {
	const { states, now } = known;
	const { pointId, validFrom } = states;
	const days = new Int32Array(placeCount(pointId, now)).fill(FOREVER_NUMBER);
	for (const row of now) days[pointId[row]!] = dayOf(row) ?? FOREVER_NUMBER;
	const day = (row: number) => days[pointId[row]!] ?? FOREVER_NUMBER;
	return inOrder(whileTrue(known, (row) => Math.max(validFrom[row]!, day(row))));
}

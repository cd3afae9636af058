import { sql, type RawBuilder } from 'kysely';
import { factDayOf, type AsOf } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import { isUnfiltered, type Filters } from '#lib/base/selection/filters.ts';

/** What every figure is asked for: the two dates, the product's today, and the filters. */
export interface Where {
	asOf: AsOf;
	today: Day;
	filters: Filters;
}

/**
 * The day that facts are told for: the day looked at, but never after today. What exists, where it
 * lies, who runs it and what is open on a day to come is what holds today; only what is planned is
 * told up to the day itself. Nothing that is planned after today is late.
 */
export function statusDay({ asOf, today }: Where): Day {
	return factDayOf(asOf, today);
}

/** The two days that `rolloutStatus` takes: "soon" counts from `asked`, late is before `fact`. */
export interface StatusDays {
	asked: Day;
	fact: Day;
}

export function statusDays(where: Where): StatusDays {
	return { asked: where.asOf.validOn, fact: statusDay(where) };
}

/**
 * The same question about places of every status. A status selects places for lists, marks and files;
 * a headline is never about the places of one status only (docs/decisions/0017-a-status-selects-places.md).
 */
export function ofEveryStatus(where: Where): Where {
	return { ...where, filters: { ...where.filters, statuses: [] } };
}

/**
 * Whether a province or POI with nothing in it stays in a figure, with its zero. One that the filters
 * leave out is not empty: it is not asked for.
 */
export const keepsEmptyGroups = (where: Where): boolean =>
	isUnfiltered(ofEveryStatus(where).filters);

/** The last day whose records are known: `bekendOp`, or today. */
export function knownDay({ asOf, today }: Where): Day {
	return asOf.knownOn ?? today;
}

/** The dated rows (`valid_from`, `valid_to`) of this table that hold on the day of the facts. */
export function holdsOnDay(table: string, where: Where): RawBuilder<boolean> {
	const day = statusDay(where);
	const from = sql.ref(`${table}.validFrom`);
	const to = sql.ref(`${table}.validTo`);
	return sql`(${from} <= ${day} and ${to} > ${day})`;
}

/**
 * The rows of a projection (rectangles of two dates) that are known on K, whichever day they are
 * about. With everything known the condition is the one of the partial indexes.
 */
export function isKnown(table: string, { asOf: { knownOn } }: Where): RawBuilder<boolean> {
	const from = sql.ref(`${table}.knownFrom`);
	const to = sql.ref(`${table}.knownTo`);
	return knownOn === null
		? sql`${to} = 'infinity'`
		: sql`(${from} <= ${knownOn} and ${to} > ${knownOn})`;
}

/** The rows of a projection that hold on the day of the facts, as known on K. */
export function holdsOnBoth(table: string, where: Where): RawBuilder<boolean> {
	return sql`(${holdsOnDay(table, where)} and ${isKnown(table, where)})`;
}

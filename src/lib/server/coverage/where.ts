import { sql, type RawBuilder } from 'kysely';
import type { AsOf } from '#lib/as-of/as-of.ts';
import type { Day } from '#lib/day/day.ts';
import type { Filters } from '#lib/view/filters.ts';

/** What every figure is asked for: the two dates, the product's today, and the filters. */
export interface Where {
	asOf: AsOf;
	today: Day;
	filters: Filters;
}

/**
 * The day that statuses are told for: the day looked at, but never after today, because nothing
 * that is planned after today can be late or near yet.
 */
export function statusDay({ asOf, today }: Where): Day {
	return asOf.validOn < today ? asOf.validOn : today;
}

/** The last day whose records are known: `bekendOp`, or today. */
export function knownDay({ asOf, today }: Where): Day {
	return asOf.knownOn ?? today;
}

/** The dated rows (`valid_from`, `valid_to`) of this table that hold on the day looked at. */
export function holdsOnDay(table: string, { asOf }: Where): RawBuilder<boolean> {
	const from = sql.ref(`${table}.validFrom`);
	const to = sql.ref(`${table}.validTo`);
	return sql`(${from} <= ${asOf.validOn} and ${to} > ${asOf.validOn})`;
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

/**
 * The rows of a projection that hold on the day looked at, as known on K. Facts never lie after
 * today, so a later day reads the facts of today.
 */
export function holdsOnBoth(table: string, where: Where): RawBuilder<boolean> {
	return sql`(${holdsOnDay(table, where)} and ${isKnown(table, where)})`;
}

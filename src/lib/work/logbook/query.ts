import { isDay, type Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import { LARGEST_ID } from '#lib/base/form/read-id.ts';
import { LOG_KINDS, type LogPlace, type LogQuery } from './line.ts';

/** The most characters that are searched for. */
export const MOST_SEARCHED = 100;

/** A field of the form about the log. */
export type LogField = 'soort' | 'wie' | 'bibliotheek' | 'van' | 'tot' | 'zoek' | 'voor';

/** What an address asks of the log, and the fields that could not be used. */
export interface ReadLogQuery {
	query: LogQuery;
	ignored: LogField[];
	/** Days as they were typed, so that what could not be read stays in its field. */
	typed: { van: string; tot: string };
}

/** Of no other century: the database and a browser do not agree on the year 0. */
const PLACE = /^((2\d{3}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}\.\d{6}Z)~([a-z_]{1,60})~([1-9]\d{0,9})$/;

/** The address of a place in the log. */
export const placeText = ({ at, source, id }: LogPlace): string => `${at}~${source}~${id}`;

function readPlace(text: string): LogPlace | null {
	const [, at, day, source, id] = PLACE.exec(text) ?? [];
	// A browser's clock takes 30 February for 2 March; the database refuses it.
	if (!at || !day || !source || !isDay(day) || Number.isNaN(Date.parse(at))) return null;
	return Number(id) > LARGEST_ID ? null : { at, source, id: Number(id) };
}

/** Reads what an address asks of the log; what cannot be used is left out and named. */
export function readLogQuery(params: URLSearchParams): ReadLogQuery {
	const ignored: LogField[] = [];
	const read = <T>(field: LogField, parse: (text: string) => T | null): T | null => {
		const text = params.get(field)?.trim();
		if (!text) return null;
		const value = parse(text);
		if (value === null) ignored.push(field);
		return value;
	};
	const from = read('van', readDay);
	const to = read('tot', readDay);
	const backwards = from !== null && to !== null && to < from;
	if (backwards) ignored.push('tot');
	const query: LogQuery = {
		kind: read('soort', (text) => LOG_KINDS.find((kind) => kind === text) ?? null),
		author: read('wie', (text) => (text.length <= 200 ? text : null)),
		library: read('bibliotheek', (text) => (/^[a-z0-9-]{1,100}$/.test(text) ? text : null)),
		from,
		to: backwards ? null : to,
		text: read('zoek', (text) => text.slice(0, MOST_SEARCHED)) ?? '',
		before: read('voor', readPlace)
	};
	const typed = { van: params.get('van')?.trim() ?? '', tot: params.get('tot')?.trim() ?? '' };
	return { query, ignored, typed };
}

/** The shortest address that asks this of the log. */
export function logParams(query: LogQuery): URLSearchParams {
	const { kind, author, library, from, to, text, before } = query;
	const said: [LogField, string | Day | null][] = [
		['soort', kind],
		['wie', author],
		['bibliotheek', library],
		['van', from],
		['tot', to],
		['zoek', text || null],
		['voor', before && placeText(before)]
	];
	return new URLSearchParams(
		said.flatMap(([field, value]) => (value === null ? [] : [[field, value]]))
	);
}

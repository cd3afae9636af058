import { formatDay } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { kindLabel } from './kind-label.ts';
import type { LogField } from './query.ts';
import type { LogQuery } from './line.ts';

/** The names of what one can choose, as far as they are known. */
interface Names {
	authors: readonly { id: string; name: string }[];
	libraries: readonly { slug: string; name: string }[];
}

const FIELDS: Record<LogField, () => string> = {
	soort: m.logbook_kind,
	wie: m.logbook_who,
	bibliotheek: m.logbook_library,
	van: m.logbook_from,
	tot: m.logbook_to,
	zoek: m.logbook_search,
	voor: m.logbook_field_place
};

/** What a field of the form about the log is called. */
export const logFieldLabel = (field: LogField): string => FIELDS[field]();

/** What narrows the log, a piece for each: "Soort: Bewijs". */
export function logFilterTexts(query: LogQuery, { authors, libraries }: Names): string[] {
	const { kind, author, library, from, to, text } = query;
	const inWords = (day: string | null) => day && formatDay(day, getLocale());
	const values: [LogField, string | null][] = [
		['soort', kind && kindLabel(kind)],
		['wie', author && (authors.find(({ id }) => id === author)?.name ?? author)],
		['bibliotheek', library && (libraries.find(({ slug }) => slug === library)?.name ?? library)],
		['van', inWords(from)],
		['tot', inWords(to)],
		['zoek', text || null]
	];
	return values.flatMap(([field, value]) =>
		value ? [m.logbook_said({ what: logFieldLabel(field), said: value })] : []
	);
}

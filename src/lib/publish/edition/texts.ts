import type { FigureTable } from '#lib/base/charts/figure.ts';
import { changeText } from '#lib/figures/compare/texts.ts';
import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import {
	LIBRARY_CHANGES,
	type LibraryChange,
	type LibraryChangeKind,
	type LibraryLine
} from './changes.ts';
import type { Quarter } from '#lib/base/as-of/quarter.ts';

const QUARTER_TEXTS = [
	m.edition_quarter_1,
	m.edition_quarter_2,
	m.edition_quarter_3,
	m.edition_quarter_4
] as const;

/** "Tweede kwartaal 2020" */
export function quarterText({ year, number }: Pick<Quarter, 'year' | 'number'>): string {
	// A year has no separators, so it goes in as text.
	const text = QUARTER_TEXTS[number - 1] ?? m.edition_quarter_1;
	return text({ year: String(year) });
}

/** Within a sentence: "tweede kwartaal 2020". */
export function quarterInText(quarter: Pick<Quarter, 'year' | 'number'>): string {
	const text = quarterText(quarter);
	return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What happened to a library, in words. */
export function libraryChangeText(kind: LibraryChangeKind): string {
	switch (kind) {
		case 'more_locations':
			return m.edition_change_more();
		case 'fewer_locations':
			return m.edition_change_fewer();
		case 'added':
			return m.edition_change_added();
		case 'removed':
			return m.edition_change_removed();
		default:
			return changeText(kind);
	}
}

/** What an edition says of a library: "open sinds 1 juli 2019, 3 locaties". */
export function lineText(line: LibraryLine | null): string {
	if (!line) return m.edition_line_absent();
	const inWords = (day: Day) => formatShortDay(day, getLocale());
	if (line.locations > 0)
		return m.edition_line_open({
			count: line.locations,
			date: line.openedOn ? inWords(line.openedOn) : '–'
		});
	return line.planOn
		? m.edition_line_planned({ date: inWords(line.planOn) })
		: m.edition_line_no_plan();
}

/** How many libraries changed in which way, in one sentence. */
export function changesSentence(changes: readonly Pick<LibraryChange, 'kind'>[]): string {
	if (changes.length === 0) return m.edition_changes_none();
	const counts = LIBRARY_CHANGES.map((kind) => ({
		kind,
		count: changes.filter((change) => change.kind === kind).length
	})).filter(({ count }) => count > 0);
	const list = counts.map(({ kind, count }) => `${libraryChangeText(kind).toLowerCase()} ${count}`);
	return m.edition_changes_sentence({ total: changes.length, list: list.join(', ') });
}

/** The libraries that changed, as a table. */
export function changesTable(changes: readonly LibraryChange[]): FigureTable {
	const text = (key: string, label: string) => ({ key, label, kind: 'text' as const });
	return {
		columns: [
			text('bibliotheek', m.edition_library()),
			text('verandering', m.edition_change()),
			text('eerst', m.edition_before()),
			text('daarna', m.edition_after())
		],
		rows: changes.map(({ kind, name, before, after }) => [
			name,
			libraryChangeText(kind),
			lineText(before),
			lineText(after)
		])
	};
}

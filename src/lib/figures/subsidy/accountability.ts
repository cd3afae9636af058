import type { Figure } from '#lib/base/charts/figure.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import {
	DUTY_STATES,
	isMissing,
	type Duty,
	type DutyState
} from '#lib/programme/grant/accountability.ts';
import { dutyStateText, dutyText } from '#lib/programme/grant/entry-texts.ts';
import type { GrantScheme } from '#lib/programme/grant/grant.ts';
import { schemeName } from '#lib/programme/grant/said.ts';

export interface DutyLibrary {
	id: number;
	slug: string;
	name: string;
	province: string;
	institute: string;
}

export interface DutyRow extends Duty {
	library: DutyLibrary;
}

/** `missing`: what is not in yet and can be asked for. */
export const DUTY_CHOICES = ['missing', ...DUTY_STATES] as const;
export type DutyChoice = (typeof DUTY_CHOICES)[number];

/** The words in the address for each choice (`?toon=…`). */
export const DUTY_WORDS: Record<DutyChoice, string> = {
	missing: 'ontbreekt',
	late: 'te-laat',
	due: 'nog-op-tijd',
	undated: 'zonder-datum',
	not_yet: 'jaar-loopt-nog',
	handed_in: 'ontvangen'
};

/** What each library hands in, what is late first, then by name and year; of libraries that are not asked for nothing. */
export function dutyRows(duties: readonly Duty[], libraries: readonly DutyLibrary[]): DutyRow[] {
	const byId = new Map(libraries.map((library) => [library.id, library]));
	const rank = (state: DutyState) => DUTY_STATES.indexOf(state);
	return duties
		.flatMap((duty) => {
			const library = byId.get(duty.libraryId);
			return library ? [{ ...duty, library }] : [];
		})
		.toSorted(
			(a, b) =>
				rank(a.state) - rank(b.state) ||
				a.library.name.localeCompare(b.library.name, 'nl') ||
				a.year - b.year ||
				a.scheme.localeCompare(b.scheme) ||
				a.kind.localeCompare(b.kind)
		);
}

/** The rows of a choice; all of them without one. */
export const chosenRows = (rows: readonly DutyRow[], choice: DutyChoice | null): DutyRow[] =>
	rows.filter(
		({ state }) => choice === null || (choice === 'missing' ? isMissing(state) : state === choice)
	);

/** "Documents that are not in yet on 31 January 2022: 4 of 12. …" */
export function dutySentence(rows: readonly DutyRow[], day: Day): string {
	const date = formatDay(day, getLocale());
	if (rows.length === 0) return m.grant_duty_none({ date });
	const count = (choice: DutyChoice) => formatNumber(chosenRows(rows, choice).length);
	return m.grant_duty_sentence({
		...{ date, all: formatNumber(rows.length), missing: count('missing') },
		...{ late: count('late'), undated: count('undated') }
	});
}

/** The list as a table, for its files. */
export function dutyFigure(
	rows: readonly DutyRow[],
	{ day, schemes }: { day: Day; schemes: readonly GrantScheme[] }
): Omit<Figure, 'panels'> {
	return {
		id: 'verantwoording',
		title: m.grant_duty_title(),
		sentence: dutySentence(rows, day),
		table: {
			columns: [
				{ key: 'bibliotheek', label: m.subsidy_column_library(), kind: 'text' },
				{ key: 'provincie', label: m.subsidy_column_province(), kind: 'text' },
				{ key: 'poi', label: m.subsidy_column_institute(), kind: 'text' },
				{ key: 'regeling', label: m.subsidy_column_scheme(), kind: 'text' },
				{ key: 'jaar', label: m.subsidy_column_year(), kind: 'text' },
				{ key: 'stuk', label: m.grant_duty_column_what(), kind: 'text' },
				{ key: 'stand', label: m.grant_duty_column_state(), kind: 'text' },
				{ key: 'uiterste_dag', label: m.grant_duty_column_due(), kind: 'day' },
				{ key: 'ingeleverd_op', label: m.grant_duty_column_handed_in(), kind: 'day' },
				{ key: 'toegekend', label: m.grant_duty_column_awarded(), kind: 'euro' },
				{ key: 'verantwoord', label: m.grant_duty_column_accounted(), kind: 'euro' }
			],
			rows: rows.map((row) => [
				...[row.library.name, row.library.province, row.library.institute],
				...[schemeName(schemes, row.scheme), String(row.year), dutyText(row.kind)],
				...[dutyStateText(row.state), row.dueOn ?? m.grant_duty_no_day(), row.handedInOn],
				...[row.awardedCents / 100, row.accountedCents === null ? null : row.accountedCents / 100]
			])
		},
		definitions: []
	};
}

import { factDayOf } from '#lib/base/as-of/as-of.ts';
import type { Figure, FigureContext } from '#lib/base/charts/figure.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { AnsweredBy, ResponseTimes } from './types.ts';

type TextFigure = Omit<Figure, 'panels'>;

/** How many reports came in, how many were answered, and how long that took. */
export function responseSentence({ all, view, today }: ResponseTimes): string {
	const date = formatDay(factDayOf(view.asOf, today), getLocale());
	if (all.received === 0) return m.response_time_none({ date });
	const counts = m.response_time_sentence({
		...{ date, count: all.received, received: formatNumber(all.received) },
		answered: formatNumber(all.answered)
	});
	if (all.medianDays === null) return counts;
	return `${counts} ${m.response_time_median({ count: all.medianDays })}`;
}

const nameOf = ({ institute }: AnsweredBy): string => institute ?? 'KB';

/** Reports by who had to answer. */
export function responseFigure(times: ResponseTimes): TextFigure {
	const number = (key: string, label: string) => ({ key, label, kind: 'number' as const });
	return {
		id: 'organisaties',
		title: m.response_time_title(),
		sentence: responseSentence(times),
		table: {
			columns: [
				{ key: 'organisatie', label: m.response_time_column_organisation(), kind: 'text' },
				number('ontvangen', m.response_time_column_received()),
				number('beantwoord', m.response_time_column_answered()),
				number('te_laat', m.response_time_column_late()),
				number('mediaan_dagen', m.response_time_column_median())
			],
			rows: times.rows.map((row) => [
				...[nameOf(row), row.received, row.answered, row.late, row.medianDays]
			])
		},
		definitions: [{ anchor: 'meldingen', about: m.response_time_word() }]
	};
}

/** The dates. Nobody invents reports: they are real, whatever the rest of the data is. */
export function responseContext({ view, today }: ResponseTimes): FigureContext {
	return {
		...viewContext({ view, today, demoData: false }, []),
		source: m.response_time_source()
	};
}

/** The files of the page: `/meldingen/NAME.csv`, and what each is of. */
export const responseFiles = [{ name: 'organisaties', of: responseFigure }] as const;

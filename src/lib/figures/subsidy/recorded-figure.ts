import type { Figure } from '#lib/base/charts/figure.ts';
import { formatCents } from '#lib/base/i18n/numbers.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { schemeName } from '#lib/programme/grant/said.ts';
import type { Subsidy } from './types.ts';

/** What was recorded as awarded, paid and settled, per year and scheme: never what was computed. */
export function recordedFigure({ recorded, schemes, day }: Subsidy): Omit<Figure, 'panels'> {
	const awarded = recorded.reduce((sum, { awardedCents }) => sum + awardedCents, 0);
	const paid = recorded.reduce((sum, { paidCents }) => sum + paidCents, 0);
	const date = formatDay(day, getLocale());
	return {
		id: 'verloop',
		title: m.subsidy_recorded_title(),
		sentence:
			recorded.length === 0
				? m.subsidy_recorded_none({ date })
				: m.subsidy_recorded({ date, awarded: formatCents(awarded), paid: formatCents(paid) }),
		table: {
			columns: [
				{ key: 'jaar', label: m.subsidy_column_year(), kind: 'text' },
				{ key: 'regeling', label: m.subsidy_column_scheme(), kind: 'text' },
				{ key: 'aangevraagd_door', label: m.subsidy_column_applied(), kind: 'number' },
				{ key: 'toegekend_aan', label: m.subsidy_column_decided(), kind: 'number' },
				{ key: 'toegekend', label: m.subsidy_column_awarded(), kind: 'euro' },
				{ key: 'betaald', label: m.subsidy_column_paid(), kind: 'euro' },
				{ key: 'vastgesteld', label: m.subsidy_column_settled(), kind: 'euro' }
			],
			rows: recorded.map((one) => [
				...[String(one.year), schemeName(schemes, one.scheme), one.applied, one.decided],
				...[one.awardedCents / 100, one.paidCents / 100, one.settledCents / 100]
			])
		},
		definitions: []
	};
}

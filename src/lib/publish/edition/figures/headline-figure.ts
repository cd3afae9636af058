import type { Cell, Figure } from '#lib/base/charts/figure.ts';
import { coverageSentence } from '#lib/network/standing/sentence.ts';
import { onlineNow } from '#lib/network/standing/types.ts';
import { shareOf } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { MEASURE_TEXTS } from '#lib/base/measure/labels.ts';
import { PROGRESS_MEASURES } from '#lib/base/measure/measure.ts';
import { progressTiles, tileLabel } from '#lib/figures/progress/tiles.ts';
import type { RolloutProgress } from '#lib/figures/progress/types.ts';

/** The headline figures with plan and difference, read out in plain sentences. */
export function headlineFigure(progress: RolloutProgress): Figure {
	const { headline, view, today } = progress;
	const measures = progressTiles(progress).map((tile): Cell[] => [
		tileLabel(tile),
		tile.fact,
		tile.total,
		tile.total === null ? null : shareOf(tile.fact, tile.total),
		tile.planned,
		tile.before,
		tile.difference
	]);
	const { locations } = headline;
	const counts = { ...locations, onlineNow: onlineNow(locations) };
	const also = [
		{ label: m.edition_row_accessible(), of: 'accessible' },
		{ label: m.edition_row_closed(), of: 'temporarilyClosed' },
		{ label: m.edition_row_online_now(), of: 'onlineNow' },
		{ label: m.edition_row_online(), of: 'onlineOnly' },
		{ label: m.edition_row_outside(), of: 'outsideLibrary' }
	] as const;
	const more = also.map(({ label, of }): Cell[] => {
		return [label, counts[of], null, null, null, null, null];
	});
	const number = (key: string, label: string) => ({ key, label, kind: 'number' as const });
	return {
		id: 'kerncijfers',
		title: m.edition_figures(),
		sentence: coverageSentence({
			headline,
			asOf: view.asOf,
			today,
			place: null,
			selection: false
		}),
		panels: [],
		table: {
			columns: [
				{ key: 'cijfer', label: m.edition_column_figure(), kind: 'text' },
				number('gerealiseerd', m.edition_column_realised()),
				number('totaal', m.edition_column_total()),
				{ key: 'deel', label: m.edition_column_share(), kind: 'share' },
				number('oorspronkelijke_planning', m.edition_column_planned()),
				number('eind_vorig_kwartaal', m.edition_column_before()),
				number('verschil', m.edition_column_difference())
			],
			rows: [...measures, ...more]
		},
		definitions: [
			...PROGRESS_MEASURES.map((measure) => ({
				anchor: MEASURE_TEXTS[measure].definition,
				about: MEASURE_TEXTS[measure].label()
			})),
			{ anchor: 'gerealiseerd', about: m.edition_column_realised() },
			{ anchor: 'gepland', about: m.edition_column_planned() },
			{ anchor: 'toegankelijk', about: m.edition_row_accessible() },
			{ anchor: 'alleen-online', about: m.edition_row_online() }
		]
	};
}

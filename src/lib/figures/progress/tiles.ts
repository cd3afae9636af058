import type { Headline } from '#lib/network/standing/types.ts';
import type { FigureTable } from '#lib/base/charts/figure.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { countText, MEASURE_TEXTS } from '#lib/base/measure/labels.ts';
import {
	MEASURE_WORDS,
	PROGRESS_MEASURES,
	type ProgressMeasure
} from '#lib/base/measure/measure.ts';
import type { RolloutProgress } from './types.ts';

/** One headline figure on D beside the same on the earlier day. */
export interface ProgressTile {
	measure: ProgressMeasure;
	fact: number;
	/** All there are on D; null for locations, of which there is no fixed number. */
	total: number | null;
	/** By the first plan on D; null where the headline does not count it. */
	planned: number | null;
	before: number;
	difference: number;
}

interface Counted {
	fact: number;
	total: number | null;
	planned: number | null;
}

const COUNTED: Record<ProgressMeasure, (headline: Headline) => Counted> = {
	locations: ({ locations }) => ({
		fact: locations.open,
		total: null,
		planned: locations.planned
	}),
	organisations: ({ organisations }) => ({
		fact: organisations.open,
		total: organisations.total,
		planned: organisations.planned
	}),
	municipalities: ({ municipalities }) => ({
		fact: municipalities.covered,
		total: municipalities.total,
		planned: null
	}),
	inhabitants: ({ inhabitants }) => ({
		fact: inhabitants.covered,
		total: inhabitants.total,
		planned: null
	})
};

/** What a headline says of one measure. */
export const countedOf = (headline: Headline, measure: ProgressMeasure): Counted =>
	COUNTED[measure](headline);

/** What was realised by a headline, per measure. */
export function realisedOf(headline: Headline): Record<ProgressMeasure, number> {
	const { locations, organisations, municipalities, inhabitants } = COUNTED;
	return {
		locations: locations(headline).fact,
		organisations: organisations(headline).fact,
		municipalities: municipalities(headline).fact,
		inhabitants: inhabitants(headline).fact
	};
}

/** The headline figures with their difference since the earlier day. */
export function progressTiles({ headline, before }: RolloutProgress): ProgressTile[] {
	return PROGRESS_MEASURES.map((measure) => {
		const now = COUNTED[measure](headline);
		const then = before[measure];
		return { measure, ...now, before: then, difference: now.fact - then };
	});
}

/** "16 meer dan op 31 december 2021" */
export function differenceText({ measure, difference }: ProgressTile, compareOn: Day): string {
	const inputs = {
		difference: countText(Math.abs(difference), measure),
		date: formatDay(compareOn, getLocale())
	};
	if (difference > 0) return m.progress_since_more(inputs);
	if (difference < 0) return m.progress_since_less(inputs);
	return m.progress_since_same(inputs);
}

/** The tiles as a table, for the CSV: the machine's words in the first column. */
export function tileTable(progress: RolloutProgress): FigureTable {
	const column = (key: string) => ({ key, label: key, kind: 'number' as const });
	return {
		columns: [
			{ key: 'telling', label: m.progress_measure(), kind: 'text' },
			...['gerealiseerd', 'totaal', 'oorspronkelijke_planning'].map(column),
			{ key: 'vergelijk', label: m.progress_compare(), kind: 'day' },
			...['gerealiseerd_toen', 'verschil'].map(column)
		],
		rows: progressTiles(progress).map((tile) => [
			MEASURE_WORDS[tile.measure],
			tile.fact,
			tile.total,
			tile.planned,
			progress.query.compareOn,
			tile.before,
			tile.difference
		])
	};
}

/** Label of a tile. */
export const tileLabel = ({ measure }: ProgressTile) => MEASURE_TEXTS[measure].label();

import type { ChartInk, ChartPanel, SeriesLook } from './types.ts';

/** One line of a legend; `swatch` says how its sample is drawn. */
export type LegendEntry = { key: string; label: string } & (
	| { swatch: 'line'; look: SeriesLook }
	| { swatch: 'bar'; look: SeriesLook }
	| { swatch: 'area'; ink: ChartInk }
	| { swatch: 'sign' }
	| { swatch: 'hatch' }
);

/** What the charts of a figure hold, each thing once, in the order in which it is drawn. */
export function legendOf(panels: readonly ChartPanel[]): LegendEntry[] {
	const entries = new Map<string, LegendEntry>();
	const add = (entry: LegendEntry) => {
		if (!entries.has(entry.key)) entries.set(entry.key, entry);
	};
	for (const { chart } of panels) {
		if (chart.kind === 'bar') {
			for (const { key, label, look } of chart.series) add({ key, label, swatch: 'bar', look });
			continue;
		}
		for (const { key, label, look } of chart.series) add({ key, label, swatch: 'line', look });
		for (const { key, label, ink } of chart.bands ?? []) add({ key, label, swatch: 'area', ink });
		const { goals, periods, moments, incomplete } = chart.names ?? {};
		if (goals && chart.goals?.length)
			add({ key: 'goals', label: goals, swatch: 'line', look: GOAL_LOOK });
		if (periods && chart.periods?.length)
			add({ key: 'periods', label: periods, swatch: 'area', ink: 'grey' });
		if (moments && chart.moments?.length) add({ key: 'moments', label: moments, swatch: 'sign' });
		if (incomplete && chart.incomplete)
			add({ key: 'incomplete', label: incomplete, swatch: 'hatch' });
	}
	// A line alone is named by the title of its figure; what lies under it still needs its meaning.
	const drawn = panels.flatMap(({ chart }) => [
		...chart.series,
		...((chart.kind === 'line' && chart.bands) || [])
	]);
	const [only, ...others] = new Set(drawn.map(({ key }) => key));
	if (only !== undefined && others.length === 0 && !entries.has('goals')) entries.delete(only);
	return [...entries.values()];
}

/** How goals are drawn. */
const GOAL_LOOK: SeriesLook = { ink: 'red', dash: 'dotted', shape: 'diamond' };

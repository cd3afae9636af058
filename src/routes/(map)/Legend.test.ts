import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { patternDefinitions } from '#lib/base/map/patterns.ts';
import { LEGEND_ID, MAP_ID } from '#lib/figures/map-page/map-id.ts';
import { parseView } from '#lib/base/selection/view.ts';
import Legend from './Legend.svelte';
import type { MapPageData } from './page-data.ts';

const TODAY = '2022-01-31';

describe('the legend of the map', () => {
	it('paints with patterns of its own, which do not become finer when the map is zoomed in', () => {
		const { view } = parseView(new URLSearchParams(), TODAY);
		const entries = [{ cls: 'plan_overdue', label: 'Planning verlopen', count: 0 }];
		const data = {
			...{ view, today: TODAY, legendPatterns: patternDefinitions(LEGEND_ID, 'classes') },
			legend: { heading: 'Gemeenten', entries, points: [] }
		} as unknown as MapPageData;
		const { body } = render(Legend, { props: { data, part: 'areas' } });
		const [, used] = /fill="url\(#([\w-]+)\)"/.exec(body) ?? [];
		expect(used).toBe(`${LEGEND_ID}-plan_overdue`);
		expect(body).toContain(`<pattern id="${used}"`);
		expect(body).not.toContain(`url(#${MAP_ID}-plan`);
	});
});

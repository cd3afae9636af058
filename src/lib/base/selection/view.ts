import { asOfParams, parseAsOf, type AsOf, type Notice } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { MapLayers, MapMeasure } from '#lib/base/map/types.ts';
import { invertChoices, readChoice, readChoices } from './choices.ts';
import { parseFilters, writeFilters, type Filters } from './filters.ts';
import { parseListView, writeListView, type ListView } from './list.ts';

/** Everything that the address of the map page says; files and API read the same parameters. */
export interface View extends ListView {
	asOf: AsOf;
	filters: Filters;
	measure: MapMeasure;
	layers: MapLayers;
}

export interface ParsedView {
	view: View;
	/** What was in the address and could not be used. */
	notices: Notice[];
}

/** How a measure of the map is written in an address. */
export const MEASURE_SLUGS: Record<MapMeasure, string> = {
	status: 'status',
	milestones: 'mijlpalen',
	inhabitants: 'inwoners',
	looks: 'laatst-bekeken'
};

/** How a layer of the map is written in an address; `geen` switches all off. */
export const LAYER_SLUGS: Record<keyof MapLayers, string> = {
	plan: 'plan',
	fact: 'feit',
	gaps: 'witte-vlekken'
};
const NO_LAYERS = 'geen';
const MEASURE_CHOICES = invertChoices(MEASURE_SLUGS);
const LAYER_CHOICES = new Map([...invertChoices(LAYER_SLUGS), [NO_LAYERS, null]]);

/**
 * Reads a view from an address. What cannot be used is left out and told in `notices`, so that any
 * address gives the nearest sensible view. Give the slugs of the support institutes to have unknown
 * ones told too.
 *
 * `parseView(new URLSearchParams('peildatum=2020-06-30&provincie=Friesland'), today)`
 */
export function parseView(
	params: URLSearchParams,
	today: Day,
	supportInstitutes?: readonly string[]
): ParsedView {
	const { asOf, notices } = parseAsOf(params, today);
	const view: View = {
		asOf,
		filters: parseFilters(params, notices, supportInstitutes),
		...parseListView(params, notices),
		measure: readChoice(params, 'maat', MEASURE_CHOICES, notices) ?? 'status',
		layers: readLayers(params, notices)
	};
	return { view, notices };
}

/** The shortest address parameters that say this view; what is the default today is left out. */
export function viewParams(view: View, today: Day): URLSearchParams {
	const params = asOfParams(view.asOf, today);
	writeFilters(params, view.filters);
	writeListView(params, view);
	if (view.measure !== 'status') params.set('maat', MEASURE_SLUGS[view.measure]);
	const shown = (Object.keys(LAYER_SLUGS) as (keyof MapLayers)[]).filter((l) => view.layers[l]);
	if (shown.length === 0) params.set('lagen', NO_LAYERS);
	else if (shown.length < 3) for (const layer of shown) params.append('lagen', LAYER_SLUGS[layer]);
	return params;
}

/** Without a usable `lagen` all layers are on. */
function readLayers(params: URLSearchParams, notices: Notice[]): MapLayers {
	const chosen = readChoices(params, 'lagen', LAYER_CHOICES, notices);
	const isOn = (layer: keyof MapLayers) => chosen.length === 0 || chosen.includes(layer);
	return { plan: isOn('plan'), fact: isOn('fact'), gaps: isOn('gaps') };
}

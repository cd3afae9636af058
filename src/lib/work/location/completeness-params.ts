import { parseWorkListParams, workListParams } from '#lib/work/update/work-list.ts';

/** What the list of locations is asked for. */
export interface CompletenessParams {
	poi: string | null;
	province: string | null;
	library: string | null;
	/** Only locations without an address or coordinates. */
	withoutPlace: boolean;
	page: number;
}

/** Reads `poi`, `provincie`, `bibliotheek`, `toon` and `pagina`; what cannot be used is named. */
export function parseCompletenessParams(params: URLSearchParams) {
	const narrowing = new URLSearchParams(params);
	for (const name of ['toon', 'mijlpaal']) narrowing.delete(name);
	const list = parseWorkListParams(narrowing);
	const shown = params.get('toon') ?? '';
	const withoutPlace = shown === 'zonder-plek';
	const ignored = shown !== '' && !withoutPlace ? [shown.slice(0, 40)] : [];
	return { list: { ...list, ignored: [...list.ignored, ...ignored] }, withoutPlace };
}

/** The address parameters of the list; what is usual is left out. */
export function completenessParams({ withoutPlace, ...list }: CompletenessParams) {
	const params = workListParams({ ...list, view: 'attention', milestone: null });
	if (withoutPlace) params.set('toon', 'zonder-plek');
	return params;
}

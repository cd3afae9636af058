import type { WorkListParams } from '#lib/work/update/work-list.ts';

interface Institute {
	id: number;
	slug: string;
}

interface Choices {
	/** The libraries that this reader works for. */
	scope: readonly { slug: string; provinceSlug: string }[];
	/** The POIs that this reader may choose from. */
	institutes: readonly Institute[];
	/** The POI of an adviser; null for who sees all. */
	own: number | null;
}

/**
 * What a list is narrowed to, of what the address asks for: a POI, province or library that is not among
 * the choices of this reader is left out and named.
 */
export function narrowTo(
	{ ignored, ...asked }: WorkListParams,
	{ scope, institutes, own }: Choices
): {
	params: Omit<WorkListParams, 'ignored'>;
	ignored: string[];
	supportInstituteId: number | null;
} {
	const chosen = own === null ? institutes.find(({ slug }) => slug === asked.poi) : undefined;
	const province = scope.some(({ provinceSlug }) => provinceSlug === asked.province)
		? asked.province
		: null;
	const library = scope.some(({ slug }) => slug === asked.library) ? asked.library : null;
	const params = { ...asked, poi: chosen?.slug ?? null, province, library };
	const left = [
		asked.province !== province && asked.province,
		asked.library !== library && asked.library
	];
	const poiLeft = own === null && asked.poi !== params.poi && asked.poi;
	return {
		params,
		ignored: [...ignored, ...[poiLeft, ...left].filter((word) => typeof word === 'string')].map(
			(word) => word.slice(0, 40)
		),
		supportInstituteId: own ?? chosen?.id ?? null
	};
}

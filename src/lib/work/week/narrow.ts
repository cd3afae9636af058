import type { InstituteScope } from '#lib/access/account/permission.ts';
import type { WorkListParams } from '#lib/work/update/work-list.ts';
import type { ScopeChoices } from './scope.ts';

interface Institute {
	id: number;
	slug: string;
}

interface Choices {
	/** What this reader works for. */
	scope: ScopeChoices;
	/** The POIs that this reader may choose from. */
	institutes: readonly Institute[];
	/** The POIs of an adviser; null for who sees all. */
	own: InstituteScope;
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
	supportInstituteId: InstituteScope;
} {
	const chosen = own === null ? institutes.find(({ slug }) => slug === asked.poi) : undefined;
	const province = scope.provinces.some(({ slug }) => slug === asked.province)
		? asked.province
		: null;
	// Of too many there is only the one that was found by what was typed.
	const found = scope.libraries.find(({ slug }) => scope.tooMany || slug === asked.library);
	const library = found?.slug ?? null;
	const params = { ...asked, poi: chosen?.slug ?? null, province, library };
	const left = [asked.province !== province && asked.province, library === null && asked.library];
	const poiLeft = own === null && asked.poi !== params.poi && asked.poi;
	return {
		params,
		ignored: [...ignored, ...[poiLeft, ...left].filter((word) => typeof word === 'string')].map(
			(word) => word.slice(0, 40)
		),
		supportInstituteId: own ?? chosen?.id ?? null
	};
}

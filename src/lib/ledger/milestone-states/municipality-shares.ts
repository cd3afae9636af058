import type { Columns } from '#lib/ledger/point-states/columns.ts';
import { progressOfLibrary, shareDone, type Progress } from './progress.ts';

/** Which libraries serve which municipalities. */
export type ServiceAreas = Columns<ServiceAreaColumn>;

export const SERVICE_AREA_COLUMNS = [
	/** The digits of its code. */
	'municipality',
	'libraryId',
	/** Of the inhabitants that the library serves, in ten-thousandths. */
	'share'
] as const;
export type ServiceAreaColumn = (typeof SERVICE_AREA_COLUMNS)[number];

/**
 * Milestones done per municipality, 0–1: the average of its libraries, each by its share. Without one
 * to whom any milestone applies a municipality is not there.
 */
export function sharesPerMunicipality(
	{ municipality, libraryId, share }: ServiceAreas,
	progress: Progress
): Map<number, number> {
	const sums = new Map<number, { weighed: number; weight: number }>();
	for (let row = 0; row < municipality.length; row++) {
		const done = shareDone(progressOfLibrary(progress, libraryId[row]!));
		if (done === null) continue;
		const sum = sums.get(municipality[row]!) ?? { weighed: 0, weight: 0 };
		sum.weighed += share[row]! * done;
		sum.weight += share[row]!;
		sums.set(municipality[row]!, sum);
	}
	return new Map([...sums].map(([code, { weighed, weight }]) => [code, weighed / weight]));
}

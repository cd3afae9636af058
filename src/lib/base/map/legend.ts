import { ROLLOUT_STATUSES } from '#lib/base/status/rollout-status.ts';
import { countStatuses } from './status-mix.ts';
import { cellLabel, legendHeading, pointHeading, pointLabel } from './texts.ts';
import {
	pointStatuses,
	shareClasses,
	type CellClass,
	type MapCell,
	type MapLegend,
	type MapMeasure,
	type MapPoint,
	type ShareClass
} from './types.ts';

/**
 * The class of a share between 0 and 1, the same on every date: four quarters, and "all of it" apart
 * because that is what the programme aims at. `null` means that there is nothing to take a share of.
 */
export function shareClass(share: number | null): ShareClass {
	if (share === null) return 'no_value';
	if (share >= 1) return 'share_5';
	if (share >= 0.75) return 'share_4';
	if (share >= 0.5) return 'share_3';
	return share >= 0.25 ? 'share_2' : 'share_1';
}

/**
 * The legend: every class of the measure with the number of places in it (municipalities, or provinces
 * for the measure per province), also when that is zero, and the statuses of points that occur. `label`
 * names a class where it is not the class of a share.
 */
export function mapLegend(
	measure: MapMeasure,
	places: readonly Pick<MapCell, 'cls'>[],
	points: readonly Pick<MapPoint, 'status'>[],
	label: (cls: CellClass) => string = cellLabel
): MapLegend {
	const classes = measure === 'status' ? ROLLOUT_STATUSES : shareClasses;
	const mix = countStatuses(points);
	return {
		heading: legendHeading(measure),
		entries: classes.map((cls) => ({
			cls,
			label: label(cls),
			count: places.filter((place) => place.cls === cls).length
		})),
		pointHeading: pointHeading(),
		points: pointStatuses.flatMap((status) => {
			const count = mix[status] ?? 0;
			return count > 0 ? [{ status, label: pointLabel(status), count }] : [];
		})
	};
}

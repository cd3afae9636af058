import { distanceKm, type Place } from '#lib/base/map/distance.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { OpeningSchedule } from '#lib/network/opening-hours/hours.ts';
import { hoursOn } from '#lib/network/opening-hours/hours-on.ts';
import type { CandidatePoint, NearPoint, NearState, PlannedPoint } from './types.ts';

/** So many are told: more would be a list to choose from, and somebody is on the phone. */
export const TOLD = 3;
/** What is to open further away helps nobody here. */
export const NEAR_KM = 25;

const NOTHING_KNOWN: OpeningSchedule = { weeks: [], exceptions: [] };

/**
 * The nearest points that are open on a day, and those nearer by that are not, so that nobody is sent
 * to a closed door. A point without known hours counts as open, and says that they are not known.
 */
export function choosePoints(
	from: Place,
	candidates: readonly CandidatePoint[],
	schedules: ReadonlyMap<number, OpeningSchedule>,
	day: Day
): { points: NearPoint[]; shut: NearPoint[] } {
	const near = candidates
		.map((point): NearPoint => {
			const schedule = schedules.get(point.id) ?? NOTHING_KNOWN;
			const state = stateOf(point, schedule, day);
			return { ...point, km: distanceKm(from, point), schedule, state };
		})
		.sort((one, other) => one.km - other.km || one.id - other.id);
	const points = near.filter(isOpen).slice(0, TOLD);
	const furthest = points.length < TOLD ? Infinity : points.at(-1)!.km;
	const shut = near.filter((point) => !isOpen(point) && point.km <= furthest).slice(0, TOLD);
	return { points, shut };
}

const isOpen = ({ state }: NearPoint) => state === 'open' || state === 'hours_unknown';

function stateOf(
	{ accessible, onlineOnly }: CandidatePoint,
	schedule: OpeningSchedule,
	day: Day
): NearState {
	if (onlineOnly) return 'online_only';
	if (!accessible) return 'temporarily_closed';
	const hours = hoursOn(schedule, day);
	if (!hours) return 'hours_unknown';
	return hours.spells.length > 0 ? 'open' : 'closed_that_day';
}

/** The nearest point that is to open within {@link NEAR_KM}; null when there is none. */
export function choosePlanned(
	from: Place,
	planned: readonly PlannedPoint[]
): (PlannedPoint & { km: number }) | null {
	const [nearest] = planned
		.map((point) => ({ ...point, km: distanceKm(from, point) }))
		.sort((one, other) => one.km - other.km || one.id - other.id);
	return nearest && nearest.km <= NEAR_KM ? nearest : null;
}

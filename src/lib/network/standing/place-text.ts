import { formatDay, type Day } from '#lib/base/day/day.ts';
import { statusLabel } from '#lib/base/status/status-label.ts';
import { formatShare } from '#lib/base/i18n/numbers.ts';
import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import type { MapPoint, MapMeasure, PointStatus } from '#lib/base/map/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { isLongPast, type RolloutStatus } from '#lib/base/status/rollout-status.ts';
import type { SaidOfLate } from './why-late.ts';
import type { MapPointStanding, MunicipalityStanding, PlaceLocations, PlanDays } from './types.ts';

/** What is known of why places are late. */
export interface Late extends SaidOfLate {
	/** The day of the facts; without it no plan is told to be long past. */
	factDay?: Day | undefined;
	/** What is told of a municipality before its status. */
	first?: string;
}
const NOT_TOLD: Late = {};

/** "Venlo (Limburg): open sinds 1 juli 2019, 3 locaties"; with the share when the map shows that. */
export function municipalityText(
	standing: Pick<
		MunicipalityStanding,
		| 'name'
		| 'province'
		| 'status'
		| 'locations'
		| 'openedOn'
		| 'openedPrecision'
		| 'planOn'
		| 'milestonesShare'
	>,
	measure: MapMeasure,
	provinceShare: number | null,
	late: Late = NOT_TOLD
): string {
	const what = [
		withOutside(statusWithDay(standing.status, standing, standing.locations.open, late), standing)
	];
	if (late.first) what.unshift(late.first);
	if (measure === 'milestones') what.unshift(milestonesText(standing.milestonesShare));
	if (measure === 'inhabitants' && provinceShare !== null)
		what.push(
			m.view_place_province_share({
				share: formatShare(provinceShare),
				province: standing.province.name
			})
		);
	return m.view_place_municipality({
		name: standing.name,
		province: standing.province.name,
		what: what.join('; ')
	});
}

/** KB's locations are those in a library; what is open elsewhere is told beside them. */
function withOutside(
	what: string,
	{ locations: { outsideLibrary } }: { locations: PlaceLocations }
): string {
	if (outsideLibrary === 0) return what;
	return m.view_place_outside({ what, count: outsideLibrary, outside: outsideLibrary });
}

/** "Bibliotheek Venlo, open sinds 1 juli 2019" */
export function pointText(
	standing: Pick<MapPointStanding, 'name' | 'status' | 'openedOn' | 'openedPrecision' | 'planOn'>,
	late: Late = NOT_TOLD
) {
	return m.view_place_point({
		name: standing.name,
		what: statusWithDay(standing.status, standing, 1, late)
	});
}

/** A point as the map draws it. */
export function mapPoint(standing: MapPointStanding, late: Late = NOT_TOLD): MapPoint {
	return {
		id: standing.id,
		lat: standing.lat,
		lon: standing.lon,
		status: standing.status,
		label: pointText(standing, late),
		...(standing.approximate ? { approximate: true } : {})
	};
}

function milestonesText(share: number | null): string {
	if (share === null) return m.view_place_no_milestones();
	return m.view_place_milestones({ share: formatShare(share) });
}

function statusWithDay(
	status: PointStatus | RolloutStatus,
	days: Pick<PlanDays, 'openedOn' | 'openedPrecision' | 'planOn'>,
	count: number,
	{ reason, factDay, expectedOn }: Late
): string {
	const { openedOn, planOn } = days;
	const because = (what: string) => (reason ? m.view_place_why({ what, reason }) : what);
	if (status === 'realised' && openedOn)
		return m.view_place_realised({
			count: Math.max(count, 1),
			date: formatPreciseDay(openedOn, days.openedPrecision ?? 'day', getLocale())
		});
	if (status === 'plan_overdue' && planOn) {
		if (expectedOn) {
			const [date, expected] = [planOn, expectedOn].map((day) => formatDay(day, getLocale()));
			return because(m.view_place_plan_expected({ date: date!, expected: expected! }));
		}
		if (factDay && isLongPast(planOn, factDay))
			return because(m.view_place_plan_long_past({ date: formatDay(planOn, getLocale()) }));
		return because(m.view_place_plan_overdue({ date: formatDay(planOn, getLocale()) }));
	}
	if ((status === 'planned_90' || status === 'planned_later') && planOn)
		return m.view_place_planned({ date: formatDay(planOn, getLocale()) });
	const text = statusLabel(status);
	const what = text.charAt(0).toLowerCase() + text.slice(1);
	return status === 'plan_withdrawn' ? because(what) : what;
}

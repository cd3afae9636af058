import { formatDay, type Day } from '#lib/base/day/day.ts';
import { statusLabel } from '#lib/base/status/status-label.ts';
import { formatShare } from '#lib/base/i18n/numbers.ts';
import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import type { MapPoint, MapMeasure, PointStatus } from '#lib/base/map/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { RolloutStatus } from '#lib/base/status/rollout-status.ts';
import { planStory, type SaidOfLate } from './why-late.ts';
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
	late: Late
): string {
	const { openedOn, planOn } = days;
	if (status === 'realised' && openedOn)
		return m.view_place_realised({
			count: Math.max(count, 1),
			date: formatPreciseDay(openedOn, days.openedPrecision ?? 'day', getLocale())
		});
	const { reason, factDay, heldSince, expectedOn } = late;
	const story = planStory({ status, planOn }, late, factDay ?? planOn ?? '');
	const because = (what: string) => (story && reason ? m.view_place_why({ what, reason }) : what);
	const date = planOn && formatDay(planOn, getLocale());
	if (story === 'expected' && date)
		return because(
			m.view_place_plan_expected({ date, expected: formatDay(expectedOn!, getLocale()) })
		);
	if (story === 'long_past' && date) return because(m.view_place_plan_long_past({ date }));
	const what = plainStatus(status, date);
	if (story !== 'paused') return because(what);
	return because(m.view_place_paused({ what, since: formatDay(heldSince!, getLocale()) }));
}

function plainStatus(status: PointStatus | RolloutStatus, date: string | null): string {
	if (status === 'plan_overdue' && date) return m.view_place_plan_overdue({ date });
	if ((status === 'planned_90' || status === 'planned_later') && date)
		return m.view_place_planned({ date });
	const text = statusLabel(status);
	return text.charAt(0).toLowerCase() + text.slice(1);
}

import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { RolloutStatus } from '#lib/base/status/rollout-status.ts';
import type { InformationPointStanding, Page } from '#lib/network/standing/types.ts';
import type { Day } from '#lib/base/day/day.ts';
import { milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import type { SortKey } from '#lib/base/selection/list.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { pointFilter, statusFilter } from '#lib/server/base/selection/filter-sql.ts';
import { countMapPoints } from './list-map-points.ts';
import {
	orderSql,
	readPage,
	STATUS_ORDER,
	type Paging
} from '#lib/server/base/selection/paging.ts';
import { pointStatusSql } from './read-headline.ts';
import { holdsOnBoth, type Where } from '#lib/server/base/selection/where.ts';

const POINT_MILESTONES = milestonesOf('information_point');

interface PointRow {
	id: number;
	name: string;
	town: string;
	locationType: string;
	lat: number;
	lon: number;
	locationPrecision: string;
	invented: boolean;
	libraryId: number;
	librarySlug: string;
	libraryName: string;
	municipalityCode: string;
	municipalityName: string;
	provinceCode: string;
	provinceSlug: string;
	provinceName: string;
	status: RolloutStatus | 'closed';
	onHold: boolean;
	awaitedOn: Day | null;
	firstPlanOn: Day | null;
	forecastOn: Day | null;
	openedOn: Day | null;
	done: number;
	spared: number;
}

interface Order {
	by: RawBuilder<unknown>;
	/** What has to be joined to `stand` for it. */
	join?: RawBuilder<unknown>;
}

const withMunicipality = sql`join municipality on municipality.code = stand.municipality_code`;

const ORDERS: Partial<Record<SortKey, Order>> = {
	municipality: { by: sql`municipality.searchable`, join: withMunicipality },
	province: {
		by: sql`search_text(province.name)`,
		join: sql`${withMunicipality} join province on province.code = municipality.province_code`
	},
	library: {
		by: sql`library.searchable`,
		join: sql`join library on library.id = stand.library_id`
	},
	firstPlan: { by: sql`stand.first_plan_on` },
	plan: { by: sql`stand.awaited_on` },
	forecast: { by: sql`case when stand.awaited_on is not null then stand.forecast_on end` },
	opened: { by: sql`stand.opened_on` }
};

/** Information points that exist on (D, K), as they stand there: filtered, sorted, one page. */
export function listInformationPoints(
	db: Kysely<DB>,
	where: Where,
	paging: Paging
): Promise<Page<InformationPointStanding>> {
	return readPage(paging, async (limit, offset) => {
		const [{ rows }, total] = await Promise.all([
			pageQuery(where, paging, limit, offset).execute(db),
			countMapPoints(db, where)
		]);
		return { rows: rows.map(toStanding), total };
	});
}

function orderOf(where: Where, { sort }: Paging): Order | undefined {
	if (sort === 'status') {
		return { by: sql`array_position(${STATUS_ORDER}, ${pointStatusSql(where)})` };
	}
	if (sort !== 'milestones') return ORDERS[sort];
	const share = sql`(select done::float8 / nullif(${POINT_MILESTONES.length}::int - spared, 0)
		from ${progressSql(where)} progress)`;
	return { by: share };
}

/** Milestones of the point of `stand`: `done` and `spared` (not applicable). */
function progressSql(where: Where): RawBuilder<unknown> {
	return sql`(
		select (count(*) filter (where step.kind = 'achieved'))::int as done,
			(count(*) filter (where step.kind = 'not_applicable'))::int as spared
		from milestone_state step
		where step.information_point_id = stand.information_point_id and step.lane = 'status'
			and step.kind in ('achieved', 'not_applicable') and ${holdsOnBoth('step', where)}
			and step.milestone_code in (${sql.join([...POINT_MILESTONES])}))`;
}

function pageQuery(where: Where, paging: Paging, limit: number, offset: number) {
	const status = pointStatusSql(where);
	const order = orderOf(where, paging);
	return sql<PointRow>`
		with page as materialized (
			select row_number() over () as place, slice.* from (
				select stand.*, ${status} as status
				from information_point point
					join information_point_state stand on stand.information_point_id = point.id
					${order?.join ?? sql``}
				where ${holdsOnBoth('stand', where)} and ${pointFilter(where)} and ${statusFilter(status, where)}
				${orderSql(order?.by, paging, sql`point.searchable`, sql`point.id`)}
				limit ${limit} offset ${offset}
			) slice
		)
		select point.id, point.name, point.town, point.location_type, point.lat, point.lon, point.location_precision,
			point.invented, library.id as library_id, library.slug as library_slug, library.name as library_name,
			municipality.code as municipality_code, municipality.name as municipality_name,
			province.code as province_code, province.slug as province_slug, province.name as province_name,
			stand.status, coalesce(stand.opening = 'on_hold', false) as on_hold,
			stand.awaited_on, stand.first_plan_on, stand.forecast_on, stand.opened_on,
			progress.done, progress.spared
		from page stand
			join information_point point on point.id = stand.information_point_id
			join library on library.id = stand.library_id
			join municipality on municipality.code = stand.municipality_code
			join province on province.code = municipality.province_code
			cross join lateral ${progressSql(where)} progress
		order by stand.place`;
}

function toStanding(row: PointRow): InformationPointStanding {
	const { id, name, town, locationType, lat, lon, invented, status, onHold, done } = row;
	return {
		...{ id, name, town, locationType, lat, lon, invented, status, onHold, done },
		approximate: row.locationPrecision !== 'address',
		library: { id: row.libraryId, slug: row.librarySlug, name: row.libraryName },
		municipality: { code: row.municipalityCode, name: row.municipalityName },
		province: { code: row.provinceCode, slug: row.provinceSlug, name: row.provinceName },
		firstPlanOn: row.firstPlanOn,
		planOn: row.awaitedOn,
		forecastOn: row.awaitedOn === null ? null : row.forecastOn,
		openedOn: row.openedOn,
		applicable: POINT_MILESTONES.length - row.spared
	};
}

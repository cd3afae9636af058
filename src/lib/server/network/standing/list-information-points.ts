import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { RolloutStatus } from '#lib/base/status/rollout-status.ts';
import type { InformationPointStanding, Page } from '#lib/network/standing/types.ts';
import type { Day } from '#lib/base/day/day.ts';
import {
	progressOfPoint,
	shareDone,
	type Progress
} from '#lib/ledger/milestone-states/progress.ts';
import type { SortKey } from '#lib/base/selection/list.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readProgress } from '#lib/server/ledger/milestone-states/read-progress.ts';
import { readStatesOn } from '#lib/server/ledger/point-states/select-states.ts';
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
import { precisionPart, readOpeningPrecision } from './opening-precision.ts';

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
		const order = await orderOf(db, where, paging);
		const [{ rows }, total, progress, precision] = await Promise.all([
			pageQuery(where, paging, order, limit, offset).execute(db),
			countMapPoints(db, where),
			readProgress(db, where),
			readOpeningPrecision(db, where)
		]);
		const standings = rows.map((row) => ({
			...toStanding(row, progress),
			...precisionPart(precision.ofPoint(row.id))
		}));
		return { rows: standings, total };
	});
}

async function orderOf(db: Kysely<DB>, where: Where, { sort }: Paging): Promise<Order | undefined> {
	if (sort === 'status') {
		return { by: sql`array_position(${STATUS_ORDER}, ${pointStatusSql(where)})` };
	}
	return sort === 'milestones' ? await byMilestones(db, where) : ORDERS[sort];
}

async function byMilestones(db: Kysely<DB>, where: Where): Promise<Order> {
	const [{ states, rows }, progress] = await Promise.all([
		readStatesOn(db, where),
		readProgress(db, where)
	]);
	const ids = Array.from(rows, (row) => states.pointId[row]!);
	const shares = ids.map((id) => shareDone(progressOfPoint(progress, id)));
	return {
		by: sql`progress.share`,
		join: sql`left join unnest(${ids}::int[], ${shares}::float8[]) progress (id, share)
			on progress.id = point.id`
	};
}

function pageQuery(
	where: Where,
	paging: Paging,
	order: Order | undefined,
	limit: number,
	offset: number
) {
	const status = pointStatusSql(where);
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
			stand.awaited_on, stand.first_plan_on, stand.forecast_on, stand.opened_on
		from page stand
			join information_point point on point.id = stand.information_point_id
			join library on library.id = stand.library_id
			join municipality on municipality.code = stand.municipality_code
			join province on province.code = municipality.province_code
		order by stand.place`;
}

function toStanding(row: PointRow, progress: Progress): InformationPointStanding {
	const { id, name, town, locationType, lat, lon, invented, status, onHold } = row;
	return {
		...{ id, name, town, locationType, lat, lon, invented, status, onHold },
		approximate: row.locationPrecision !== 'address',
		library: { id: row.libraryId, slug: row.librarySlug, name: row.libraryName },
		municipality: { code: row.municipalityCode, name: row.municipalityName },
		province: { code: row.provinceCode, slug: row.provinceSlug, name: row.provinceName },
		firstPlanOn: row.firstPlanOn,
		planOn: row.awaitedOn,
		forecastOn: row.awaitedOn === null ? null : row.forecastOn,
		openedOn: row.openedOn,
		...progressOfPoint(progress, id)
	};
}

import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { RolloutStatus } from '#lib/base/status/rollout-status.ts';
import type { LibraryStanding, Page } from '#lib/network/standing/types.ts';
import {
	progressOfLibrary,
	shareDone,
	type Progress
} from '#lib/ledger/milestone-states/progress.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { Cohort } from '#lib/base/selection/filters.ts';
import type { SortKey } from '#lib/base/selection/list.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readProgress } from '#lib/server/ledger/milestone-states/read-progress.ts';
import { listLastLooks } from '#lib/server/ledger/last-look/list-last-looks.ts';
import { readLibrariesOn } from '#lib/server/ledger/point-states/select-libraries.ts';
import {
	among,
	libraryFilter,
	libraryIsActive,
	statusFilter
} from '#lib/server/base/selection/filter-sql.ts';
import {
	orderSql,
	readPage,
	STATUS_ORDER,
	type Paging
} from '#lib/server/base/selection/paging.ts';
import {
	planWithdrawnSql,
	rolloutStatusSql
} from '#lib/server/base/selection/rollout-status-sql.ts';
import {
	holdsOnBoth,
	ofEveryStatus,
	statusDays,
	type Where
} from '#lib/server/base/selection/where.ts';
import { precisionPart, readOpeningPrecision } from './opening-precision.ts';

interface LibraryRow {
	id: number;
	slug: string;
	name: string;
	shortName: string;
	provinceCode: string;
	provinceSlug: string;
	provinceName: string;
	poiSlug: string;
	poiName: string;
	cohort: Cohort;
	mainTown: string | null;
	realised: number;
	accessible: number;
	temporarilyClosed: number;
	onlineOnly: number;
	withdrawn: number;
	awaitedOn: Day | null;
	firstPlanOn: Day | null;
	forecastOn: Day | null;
	openedOn: Day | null;
	status: RolloutStatus;
	locationsOpen: number;
	locationsAccessible: number;
	locationsClosed: number;
	outsideLibrary: number;
	total: number;
	/** What names are sorted by. */
	searchable: string;
}

const ORDERS: Partial<Record<SortKey, RawBuilder<unknown>>> = {
	province: sql`search_text(row.province_name)`,
	status: sql`array_position(${STATUS_ORDER}, row.status)`,
	points: sql`row.locations_open`,
	firstPlan: sql`row.first_plan_on`,
	plan: sql`row.awaited_on`,
	forecast: sql`row.forecast_on`,
	opened: sql`row.opened_on`,
	milestones: sql`asked.value`,
	looked: sql`asked.value`
};

/**
 * Library organisations active on D, as they stand on (D, K): filtered, sorted, one page. Only those
 * with these ids when they are given.
 */
export function listLibraries(
	db: Kysely<DB>,
	where: Where,
	paging: Paging,
	ids: readonly number[] | null = null
): Promise<Page<LibraryStanding>> {
	return readPage(paging, async (limit, offset) => {
		const order = await orderOf(db, where, paging.sort);
		const [{ rows }, progress, precision] = await Promise.all([
			pageQuery(where, paging, ids, order, limit, offset).execute(db),
			readProgress(db, where),
			readOpeningPrecision(db, where)
		]);
		const shown = rows.map(({ id }) => id);
		const looks = await listLastLooks(db, ofEveryStatus(where), shown);
		return {
			rows: rows.map((row) => ({
				...toStanding(row, progress, looks.get(row.id) ?? null),
				...precisionPart(precision.ofLibrary(row.id, row.openedOn))
			})),
			total: rows[0]?.total ?? 0
		};
	});
}

/** What the libraries on D are sorted by where no column has it: one list of ids and one of numbers. */
interface LibraryOrder {
	ids: number[];
	values: (number | null)[];
}

async function orderOf(db: Kysely<DB>, where: Where, sort: SortKey): Promise<LibraryOrder | null> {
	if (sort === 'milestones') return listShares(db, where);
	if (sort !== 'looked') return null;
	const looks = [...(await listLastLooks(db, ofEveryStatus(where), null))];
	return {
		ids: looks.map(([id]) => id),
		values: looks.map(([, lastOn]) => (lastOn === null ? null : Date.parse(lastOn)))
	};
}

async function listShares(db: Kysely<DB>, where: Where): Promise<LibraryOrder> {
	const [{ libraries, rows }, progress] = await Promise.all([
		readLibrariesOn(db, where),
		readProgress(db, where)
	]);
	const ids = rows.map((row) => libraries.id[row]!);
	return { ids, values: ids.map((id) => shareDone(progressOfLibrary(progress, id))) };
}

function pageQuery(
	where: Where,
	paging: Paging,
	ids: readonly number[] | null,
	order: LibraryOrder | null,
	limit: number,
	offset: number
) {
	const status = rolloutStatusSql(
		{
			realised: sql`points.realised`,
			accessible: sql`points.accessible`,
			temporarilyClosed: sql`points.temporarily_closed`,
			onlineOnly: sql`points.online_only`,
			earliestPlanOn: sql`points.awaited_on`,
			withdrawn: sql`points.withdrawn`
		},
		statusDays(where)
	);
	const asked = order
		? sql`left join unnest(${order.ids}::int[], ${order.values}::float8[]) asked (id, value)
			on asked.id = row.id`
		: sql``;
	return sql<LibraryRow>`
		with points as materialized (
			select stand.library_id,
				(count(*) filter (where stand.realised))::int as realised,
				(count(*) filter (where stand.accessible))::int as accessible,
				(count(*) filter (where stand.temporarily_closed))::int as temporarily_closed,
				(count(*) filter (where stand.realised and not stand.outside_library))::int as locations_open,
				(count(*) filter (where stand.accessible and not stand.outside_library))::int as locations_accessible,
				(count(*) filter (where stand.temporarily_closed and not stand.outside_library))::int as locations_closed,
				(count(*) filter (where stand.realised and stand.outside_library))::int as outside_library,
				(count(*) filter (where stand.online_only))::int as online_only,
				(count(*) filter (where ${planWithdrawnSql}))::int as withdrawn,
				min(stand.awaited_on) as awaited_on, min(stand.first_plan_on) as first_plan_on,
				min(stand.forecast_on) filter (where stand.awaited_on is not null) as forecast_on,
				min(stand.opened_on) filter (where stand.realised) as opened_on
			from information_point_state stand
			where ${holdsOnBoth('stand', where)} and ${among('stand.libraryId', ids)} group by 1
		), row as (
			select library.id, library.slug, library.name, library.searchable, library.short_name, library.cohort,
				library.main_town, province.code as province_code, province.slug as province_slug,
				province.name as province_name, poi.slug as poi_slug, poi.name as poi_name,
				coalesce(points.realised, 0) as realised, coalesce(points.accessible, 0) as accessible,
				coalesce(points.temporarily_closed, 0) as temporarily_closed,
				coalesce(points.locations_open, 0) as locations_open,
				coalesce(points.locations_accessible, 0) as locations_accessible,
				coalesce(points.locations_closed, 0) as locations_closed,
				coalesce(points.outside_library, 0) as outside_library,
				coalesce(points.online_only, 0) as online_only,
				coalesce(points.withdrawn, 0) as withdrawn, points.awaited_on, points.first_plan_on,
				points.forecast_on, points.opened_on, ${status} as status
			from library join province on province.code = library.province_code
				join support_institute poi on poi.id = library.support_institute_id
				left join points on points.library_id = library.id
			where ${libraryIsActive(where)} and ${libraryFilter(where)} and ${statusFilter(status, where)}
				and ${among('library.id', ids)}
		)
		select row.*, count(*) over ()::int as total from row ${asked}
		${orderSql(ORDERS[paging.sort], paging, sql`row.searchable`, sql`row.id`)}
		limit ${limit} offset ${offset}`;
}

function toStanding(row: LibraryRow, progress: Progress, lastLookOn: Day | null): LibraryStanding {
	const { id, slug, name, shortName, cohort, mainTown, status } = row;
	return {
		...{ id, slug, name, shortName, cohort, mainTown, status },
		...progressOfLibrary(progress, id),
		province: { code: row.provinceCode, slug: row.provinceSlug, name: row.provinceName },
		supportInstitute: { slug: row.poiSlug, name: row.poiName },
		facts: {
			realised: row.realised,
			accessible: row.accessible,
			temporarilyClosed: row.temporarilyClosed,
			onlineOnly: row.onlineOnly,
			withdrawn: row.withdrawn,
			earliestPlanOn: row.awaitedOn,
			libraryProvision: 'served'
		},
		locations: {
			open: row.locationsOpen,
			accessible: row.locationsAccessible,
			temporarilyClosed: row.locationsClosed,
			outsideLibrary: row.outsideLibrary
		},
		firstPlanOn: row.firstPlanOn,
		planOn: row.awaitedOn,
		forecastOn: row.forecastOn,
		openedOn: row.openedOn,
		lastLookOn
	};
}

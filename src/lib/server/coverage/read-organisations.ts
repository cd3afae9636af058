import { sql, type Kysely } from 'kysely';
import { WHITE_SPOT_CLASSES } from '#lib/coverage/rollout-status.ts';
import type { Headline } from '#lib/coverage/types.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { libraryFilter, libraryIsActive, statusFilter } from './filter-sql.ts';
import { rolloutStatusSql } from './rollout-status-sql.ts';
import { holdsOnBoth, statusDay, type Where } from './where.ts';

/** Organisations active on D, as known on K. */
export interface Organisations {
	/** All, with a realised point, and with a first plan on or before D. */
	counts: Headline['organisations'];
	/** Those without a realised point: how many, and the ids of the first by their first plan. */
	waiting: { total: number; first: readonly number[] };
}

interface Row {
	total: number;
	open: number;
	planned: number;
	waiting: number;
	first: number[];
}

/** Counts the organisations and finds the first `shown` that still wait, in one reading of the points. */
export async function readOrganisations(
	db: Kysely<DB>,
	where: Where,
	shown = 0
): Promise<Organisations> {
	const status = rolloutStatusSql(
		{
			realised: sql`points.realised`,
			accessible: sql`points.accessible`,
			onlineOnly: sql`points.online_only`,
			earliestPlanOn: sql`points.awaited_on`
		},
		statusDay(where)
	);
	// Without a list the organisations are read once, so they need not be kept for a second reading.
	const firstOnes =
		shown > 0
			? sql`array(select id from organisation where waits
				order by first_plan_on nulls last, searchable, id limit ${shown})`
			: sql`'{}'::int[]`;
	const query = sql<Row>`
		with points as (
			select stand.library_id, count(*) filter (where stand.realised) as realised,
				count(*) filter (where stand.accessible) as accessible,
				count(*) filter (where stand.online_only) as online_only,
				min(stand.awaited_on) as awaited_on, min(stand.first_plan_on) as first_plan_on
			from information_point_state stand where ${holdsOnBoth('stand', where)} group by 1
		), organisation as (
			select library.id, library.searchable, points.realised, points.first_plan_on,
				${status} in (${sql.join([...WHITE_SPOT_CLASSES])}) as waits
			from library left join points on points.library_id = library.id
			where ${libraryIsActive(where)} and ${libraryFilter(where)} and ${statusFilter(status, where)}
		)
		select count(*)::int as total, (count(*) filter (where realised > 0))::int as open,
			(count(*) filter (where first_plan_on <= ${where.asOf.validOn}))::int as planned,
			(count(*) filter (where waits))::int as waiting,
			${firstOnes} as first
		from organisation`;
	const { total, open, planned, waiting, first } = (await query.execute(db)).rows[0]!;
	return { counts: { total, open, planned }, waiting: { total: waiting, first } };
}

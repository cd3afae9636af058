import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DatePrecision } from '#lib/ledger/event/event.ts';
import { OPERATION } from '#lib/ledger/milestone/milestone.ts';
import type { SubjectLevel } from '#lib/ledger/subject/subject.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { milestonesNow } from '#lib/server/work/update/milestones-now.ts';
import type { MilestoneStanding } from '#lib/work/grid/cell-of.ts';
import { lineKey } from '#lib/work/update/line-key.ts';

interface StandingRow {
	libraryId: number | null;
	pointId: number | null;
	milestoneCode: string;
	basedOn: number;
	planOn: Day | null;
	firstEvent: number | null;
	firstOn: Day | null;
	forecastOn: Day | null;
	status: string | null;
	statusOn: Day | null;
	statusEvent: number | null;
	datePrecision: DatePrecision | null;
}

/** Where each milestone of these libraries and locations stands today, by `lineKey`; in one question. */
export async function listStanding(
	db: Kysely<DB>,
	subjects: readonly { level: SubjectLevel; id: number; libraryId: number }[],
	today: Day
): Promise<Map<string, MilestoneStanding>> {
	const libraryIds = [...new Set(subjects.map(({ libraryId }) => libraryId))];
	const idsOf = (level: SubjectLevel) =>
		subjects.filter((one) => one.level === level).map(({ id }) => id);
	const { rows } = await sql<StandingRow>`
		with ${milestonesNow(sql`id = any (${libraryIds}::int[])`, today)},
		newest as (
			select library_id, null::int as point_id, milestone_code, max(id) as id from event
			where library_id = any (${idsOf('library')}::int[]) group by library_id, milestone_code
			union all
			select null, information_point_id, milestone_code, max(id) from event
			where information_point_id = any (${idsOf('information_point')}::int[])
			group by information_point_id, milestone_code
		), standing as (
			select newest.library_id, newest.point_id, newest.milestone_code, newest.id as based_on, plan_on,
				first_event, first_on, forecast_on, status, status_on, status_event
			from newest left join milestone_now on milestone_now.milestone_code = newest.milestone_code
				and milestone_now.point_id is null and milestone_now.library_id = newest.library_id
			where newest.point_id is null
			union all
			select newest.library_id, newest.point_id, newest.milestone_code, newest.id, plan_on,
				first_event, first_on, forecast_on, status, status_on, status_event
			from newest left join milestone_now on milestone_now.milestone_code = newest.milestone_code
				and milestone_now.point_id = newest.point_id
			where newest.point_id is not null
		)
		select standing.*, event.date_precision
		from standing left join event on event.id = standing.status_event`.execute(db);
	const ended = new Set(
		rows.flatMap(({ milestoneCode, status, pointId }) =>
			milestoneCode === OPERATION && status === 'permanently_closed' ? [pointId] : []
		)
	);
	return new Map(
		rows.map((row) => {
			const { libraryId, pointId, milestoneCode } = row;
			const subject =
				libraryId === null
					? ({ level: 'information_point', id: pointId! } as const)
					: ({ level: 'library', id: libraryId } as const);
			const key = lineKey({ ...subject, milestoneCode });
			return [key, { ...row, ended: pointId !== null && ended.has(pointId) }];
		})
	);
}

import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { MilestoneCount } from '#lib/publish/edition/types.ts';
import { DUTIES, MILESTONES } from '#lib/ledger/milestone/milestone.ts';
import type { SubjectLevel } from '#lib/ledger/subject/subject.ts';
import { libraryFilter, libraryIsActive } from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnBoth, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/**
 * Per milestone and running duty, in order: how many libraries active on D, or points of these that
 * exist on (D, K), have reached it, out of those that it applies to. The milestones add up to
 * `listMilestoneProgress`; duties do not count there.
 */
export async function listMilestoneCounts(db: Kysely<DB>, where: Where): Promise<MilestoneCount[]> {
	const steps = [...MILESTONES, ...DUTIES];
	const codes = (level: SubjectLevel) =>
		steps.filter((step) => step.level === level).map(({ code }) => code);
	const query = sql<MilestoneCount>`
		with library_subject as materialized (
			select library.id from library where ${libraryIsActive(where)} and ${libraryFilter(where)}
		), point_subject as materialized (
			select stand.information_point_id as id from information_point_state stand
			where ${holdsOnBoth('stand', where)} and stand.library_id in (select id from library_subject)
		)
		${counted('library_subject', 'library_id', codes('library'), where)}
		union all
		${counted('point_subject', 'information_point_id', codes('information_point'), where)}`;
	const { rows } = await query.execute(db);
	const order = new Map(steps.map(({ code }, index) => [code as string, index]));
	return rows.sort((a, b) => (order.get(a.milestone) ?? 0) - (order.get(b.milestone) ?? 0));
}

function counted(
	subjects: 'library_subject' | 'point_subject',
	column: 'library_id' | 'information_point_id',
	codes: readonly string[],
	where: Where
): RawBuilder<unknown> {
	return sql`
		select step.code as milestone, (count(*) filter (where fact.kind = 'achieved'))::int as done,
			(count(subject.id) filter (where fact.kind is distinct from 'not_applicable'))::int as applicable
		from unnest(${[...codes]}::text[]) step (code)
			left join ${sql.raw(subjects)} subject on true
			left join (
				select stand.${sql.raw(column)} as id, stand.milestone_code, stand.kind from milestone_state stand
				where stand.lane = 'status' and stand.${sql.raw(column)} is not null and ${holdsOnBoth('stand', where)}
			) fact on fact.id = subject.id and fact.milestone_code = step.code
		group by step.code`;
}

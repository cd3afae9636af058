import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { PublicRound } from '#lib/programme/selection-round/selection-round.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/**
 * The rounds that had opened by D, as known on K (null: now), the last first. Who was chosen is told when
 * the round is closed; who was not is only counted.
 */
export async function listPublicRounds(
	db: Kysely<DB>,
	day: Day,
	knownOn: Day | null
): Promise<PublicRound[]> {
	const known = (table: string) =>
		sql`(${knownOn}::date is null or ${sql.ref(`${table}.recorded_on`)} <= ${knownOn})`;
	const query = sql<PublicRound>`
		with round as (
			select distinct on (code) entry.* from selection_round_entry entry where ${known('entry')}
			order by code, recorded_at desc, id desc
		), application as (
			select distinct on (round_code, library_id) entry.* from selection_application_entry entry
			where ${known('entry')} order by round_code, library_id, recorded_at desc, id desc
		)
		select round.code, round.name_nl, round.name_en, round.opens_on, round.closes_on, round.seats,
			round.criteria, round.source, round.recorded_for,
			case when round.decided_on <= ${day} then round.decided_on end as decided_on,
			(count(application.id) filter (where application.decision <> 'mistake'
				and application.received_on <= ${day}))::int as applied,
			coalesce(jsonb_agg(jsonb_build_object('slug', library.slug, 'name', library.name) order by library.searchable)
				filter (where application.decision = 'selected' and round.decided_on <= ${day}), '[]') as selected
		from round left join application on application.round_code = round.code
			left join library on library.id = application.library_id
		where round.state <> 'withdrawn' and round.opens_on <= ${day}
		group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
		order by round.opens_on desc, round.code`;
	return (await query.execute(db)).rows;
}

/** The libraries that exist on a day, to choose from. */
export function listLibraryChoices(db: Kysely<DB>, day: Day) {
	return db
		.selectFrom('library')
		.select(['id', 'name'])
		.where('activeFrom', '<=', day)
		.where('activeTo', '>', day)
		.orderBy('searchable')
		.execute();
}

/** The library of this name (in any writing) that exists on a day. */
export async function findLibraryNamed(
	db: Kysely<DB>,
	name: string,
	day: Day
): Promise<number | null> {
	if (name.trim() === '') return null;
	const row = await db
		.selectFrom('library')
		.select('id')
		.where((is) =>
			is.or([
				is('name', '=', name.trim()),
				is(sql`search_text(name)`, '=', sql`search_text(${name.trim()}::text)`)
			])
		)
		.where('activeFrom', '<=', day)
		.where('activeTo', '>', day)
		.orderBy('id')
		.executeTakeFirst();
	return row?.id ?? null;
}

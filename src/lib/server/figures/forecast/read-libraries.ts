import { sql, type Kysely } from 'kysely';
import type { ForecastDates } from '#lib/figures/forecast/dates.ts';
import type { ForecastLibrary } from '#lib/figures/forecast/situation.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The libraries active on the day, with application and first opening as known on the other. */
export async function readLibraries(
	db: Kysely<DB>,
	{ day, knownOn }: ForecastDates
): Promise<ForecastLibrary[]> {
	const query = sql<ForecastLibrary>`
		with opened as (
			select stand.library_id, min(stand.opened_on) as first_opened_on,
				bool_or(stand.realised) as open
			from information_point_state stand
			where stand.valid_from <= ${day} and stand.valid_to > ${day}
				and stand.known_from <= ${knownOn} and stand.known_to > ${knownOn}
			group by 1
		), applied as (
			select step.library_id, step.on_day as applied_on from milestone_state step
			where step.milestone_code = 'aanvraag' and step.lane = 'status' and step.kind = 'achieved'
				and step.library_id is not null
				and step.valid_from <= ${day} and step.valid_to > ${day}
				and step.known_from <= ${knownOn} and step.known_to > ${knownOn}
		)
		select library.id, library.slug, library.name, library.province_code,
			applied.applied_on, opened.first_opened_on, coalesce(opened.open, false) as open
		from library
			left join opened on opened.library_id = library.id
			left join applied on applied.library_id = library.id
		where library.active_from <= ${day} and library.active_to > ${day}
		order by library.searchable, library.id`;
	return (await query.execute(db)).rows;
}

import { sql, type Kysely } from 'kysely';
import { addDays, type Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** An adviser and when she last recorded anything; only the programme manager is told. */
export interface AdvisorLook {
	id: string;
	name: string;
	institute: string;
	/** Null when she never did. */
	lastOn: Day | null;
	/** What she recorded in the last so many weeks. */
	entries: number;
}

/** The advisers with an account in use, the one who recorded nothing longest first. */
export async function listAdvisorLooks(
	db: Kysely<DB>,
	weeks: number,
	today: Day
): Promise<AdvisorLook[]> {
	const { rows } = await sql<AdvisorLook>`
		select author.id, author.name, institute.name as institute,
			(select max(recorded_on) from event where recorded_by = author.id) as last_on,
			(select count(*)::int from event
				where recorded_by = author.id and recorded_on > ${addDays(today, -weeks * 7)}) as entries
		from app_user author join support_institute institute on institute.id = author.support_institute_id
		where author.role = 'advisor' and author.active
		order by last_on nulls first, author.name, author.id`.execute(db);
	return rows;
}

import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readWorkList } from '#lib/server/work/update/work-list.ts';

/** The POIs that an adviser works for today; none when she has no access. */
export async function listInstitutesOf(
	db: Kysely<DB>,
	userId: string
): Promise<{ id: number; name: string }[]> {
	return db
		.selectFrom('adviserInstitute as works')
		.innerJoin('supportInstitute as institute', 'institute.id', 'works.supportInstituteId')
		.select(['institute.id', 'institute.name'])
		.where('works.userId', '=', userId)
		.orderBy('institute.name')
		.execute();
}

/** The POIs that an adviser works for today, and by which departure each came to her; null: it is her own. */
export function listHeld(db: Kysely<DB>, userId: string) {
	return db
		.selectFrom('adviserInstituteGround')
		.select(['supportInstituteId', 'handoverId'])
		.$castTo<{ supportInstituteId: number; handoverId: number | null }>()
		.where('userId', '=', userId)
		.execute();
}

/** Of these POIs the names of those that no adviser with access works for. */
export async function listUnattended(db: Kysely<DB>, ids: readonly number[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom('supportInstitute as institute')
		.select('institute.name')
		.where('institute.id', 'in', ids)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('adviserInstitute as works')
						.select('works.userId')
						.whereRef('works.supportInstituteId', '=', 'institute.id')
				)
			)
		)
		.orderBy('institute.name')
		.execute();
	return rows.map(({ name }) => name);
}

export interface Successor {
	id: string;
	name: string;
	/** Her own POI. */
	institute: string;
	instituteId: number;
}

/** The other advisers with access, who can take over; colleagues of her own POI first. */
export async function listSuccessors(db: Kysely<DB>, userId: string): Promise<Successor[]> {
	const { rows } = await sql<Successor>`
		select account.id, account.name, institute.name as institute, institute.id as institute_id
		from app_user account
		join support_institute institute on institute.id = account.support_institute_id
		where account.role = 'advisor' and account.active and account.id <> ${userId}
		order by account.support_institute_id is distinct from
				(select support_institute_id from app_user where id = ${userId}),
			institute.name, account.name, account.id`.execute(db);
	return rows;
}

/** What goes over when an adviser leaves: the same numbers that her own list of work has. */
export async function readHandover(db: Kysely<DB>, userId: string, today: Day) {
	const institutes = await listInstitutesOf(db, userId);
	const ids = institutes.map(({ id }) => id);
	const [{ counts, taskCounts }, provinces, successors] = await Promise.all([
		readWorkList(db, { supportInstituteId: ids, view: 'all', page: 1 }, today),
		db
			.selectFrom('library')
			.innerJoin('province', 'province.code', 'library.provinceCode')
			.select(({ fn }) => ['province.name', fn.countAll<number>().as('libraries')])
			.where('activeFrom', '<=', today)
			.where('activeTo', '>', today)
			.where('supportInstituteId', 'in', ids.length === 0 ? [0] : ids)
			.groupBy('province.name')
			.orderBy('province.name')
			.execute(),
		listSuccessors(db, userId)
	]);
	return {
		...{ institutes, provinces, successors },
		libraries: counts.all,
		asked: taskCounts.asked,
		overdue: taskCounts.overdue
	};
}

/** How a POI fares that somebody left. */
export interface LeftInstitute {
	id: number;
	name: string;
	/** Who works on for it, by name. */
	working: string[];
	/** Who took it over and does not work for it any more. */
	stopped: string[];
	/** Whose own POI it was already. */
	own: string[];
	/** Whether any adviser with access works for it, of whatever departure. */
	isAttended: boolean;
}

export interface Departure {
	leftOn: Day;
	institutes: LeftInstitute[];
}

/** The departure of this account that still stands. */
export async function findDeparture(db: Kysely<DB>, userId: string): Promise<Departure | null> {
	const { rows } = await sql<Departure>`
		select departure.recorded_on as left_on, (
			select coalesce(json_agg(json_build_object('id', fares.id, 'name', fares.name, 'working', fares.working,
				'stopped', fares.stopped, 'own', fares.own, 'isAttended', fares.is_attended) order by fares.name), '[]')
			from (
				select institute.id, institute.name,
					coalesce(json_agg(distinct taken.name) filter (where taken.is_working and not taken.is_own), '[]') as working,
					coalesce(json_agg(distinct taken.name) filter (where not taken.is_working), '[]') as stopped,
					coalesce(json_agg(distinct taken.name) filter (where taken.is_working and taken.is_own), '[]') as own,
					exists (select from adviser_institute works where works.support_institute_id = institute.id) as is_attended
				from (
					select said.support_institute_id, said.is_own, coalesce(account.name, said.user_id) as name,
						exists (select from adviser_institute works where works.user_id = said.user_id
							and works.support_institute_id = said.support_institute_id) as is_working
					from adviser_handover_to said left join app_user account on account.id = said.user_id
					where said.handover_id = departure.id
				) taken
				join support_institute institute on institute.id = taken.support_institute_id
				group by institute.id, institute.name
			) fares) as institutes
		from adviser_handover departure
		where departure.user_id = ${userId} and departure.kind = 'left'
			and not exists (select from adviser_handover later where later.ends_id = departure.id)
		order by departure.id desc limit 1`.execute(db);
	return rows[0] ?? null;
}

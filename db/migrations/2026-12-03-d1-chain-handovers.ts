import { sql, type Kysely } from 'kysely';

/** From which earlier departure a POI came that goes over again, and whose own it was already. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		drop view adviser_institute;
		alter table adviser_handover_to disable trigger user;
		alter table adviser_handover_to
			add column from_id integer constraint adviser_handover_to_from_exists references adviser_handover,
			add column is_own boolean not null default false,
			add constraint adviser_handover_to_from_earlier check (from_id < handover_id),
			drop constraint adviser_handover_to_once;
		alter table adviser_handover_to add constraint adviser_handover_to_once
			unique nulls not distinct (handover_id, support_institute_id, user_id, from_id);
		update adviser_handover_to taken set is_own = true from app_user account
			where account.id = taken.user_id and account.support_institute_id = taken.support_institute_id;
		-- What somebody handed over that was not of her own POI came from departures that stood at that time.
		create temporary table handed_over as
			select taken.handover_id, taken.support_institute_id, taken.user_id, taken.is_own, earlier.id as from_id
			from adviser_handover_to taken
			join adviser_handover departure on departure.id = taken.handover_id
			join app_user leaver on leaver.id = departure.user_id
				and leaver.support_institute_id is distinct from taken.support_institute_id
			join adviser_handover_to received on received.user_id = departure.user_id
				and received.support_institute_id = taken.support_institute_id
			join adviser_handover earlier on earlier.id = received.handover_id and earlier.id < departure.id
			where not exists (select from adviser_handover later
				where later.ends_id = earlier.id and later.id < departure.id);
		delete from adviser_handover_to taken using handed_over
			where handed_over.handover_id = taken.handover_id
				and handed_over.support_institute_id = taken.support_institute_id
				and handed_over.user_id = taken.user_id;
		insert into adviser_handover_to (handover_id, support_institute_id, user_id, is_own, from_id)
			select distinct handover_id, support_institute_id, user_id, is_own, from_id from handed_over;
		drop table handed_over;
		alter table adviser_handover_to enable trigger user;
		comment on column adviser_handover_to.from_id is 'The departure by which the POI had come to who leaves now; null: it was her own. The row counts as long as that one stands too.';
		comment on column adviser_handover_to.is_own is 'It was the POI of the other already, so nothing went over to her.';

		create view adviser_institute_ground as
			with recursive standing as (
				select departure.id, departure.user_id from adviser_handover departure
				where departure.kind = 'left'
					and not exists (select from adviser_handover later where later.ends_id = departure.id)
			), received as (
				select taken.handover_id, taken.support_institute_id, taken.user_id
				from adviser_handover_to taken join standing on standing.id = taken.handover_id
				where taken.from_id is null and not taken.is_own
				union
				select taken.handover_id, taken.support_institute_id, taken.user_id
				from received
				join standing on standing.user_id = received.user_id
				join adviser_handover_to taken on taken.handover_id = standing.id
					and taken.from_id = received.handover_id
					and taken.support_institute_id = received.support_institute_id
				where not taken.is_own
			)
			select account.id as user_id, account.support_institute_id, null::integer as handover_id
			from app_user account
			where account.role = 'advisor' and account.active and account.support_institute_id is not null
			union all
			select account.id, received.support_institute_id, received.handover_id
			from received
			join app_user account on account.id = received.user_id and account.role = 'advisor' and account.active;
		comment on view adviser_institute_ground is 'The POIs that advisers with access work for, and why: a departure by which she took it over, or null for her own. Of a POI that went over twice both departures have to stand.';
		create view adviser_institute as
			select distinct user_id, support_institute_id from adviser_institute_ground;
		comment on view adviser_institute is 'The POIs that advisers with access work for: their own, and those that they took over.';
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop view adviser_institute;
		drop view adviser_institute_ground;
		alter table adviser_handover_to disable trigger user;
		delete from adviser_handover_to taken using adviser_handover_to other
			where other.handover_id = taken.handover_id and other.support_institute_id = taken.support_institute_id
				and other.user_id = taken.user_id and other.ctid < taken.ctid;
		alter table adviser_handover_to
			drop constraint adviser_handover_to_once,
			drop column from_id,
			drop column is_own;
		alter table adviser_handover_to add constraint adviser_handover_to_once
			primary key (handover_id, support_institute_id, user_id);
		alter table adviser_handover_to enable trigger user;
		create view adviser_institute as
			select id as user_id, support_institute_id from app_user
			where role = 'advisor' and active and support_institute_id is not null
			union
			select account.id, taken.support_institute_id
			from adviser_handover_to taken
			join adviser_handover departure on departure.id = taken.handover_id
			join app_user account on account.id = taken.user_id and account.role = 'advisor' and account.active
			where not exists (select from adviser_handover later where later.ends_id = departure.id);
		comment on view adviser_institute is 'The POIs that advisers with access work for: their own, and those that they took over.';
	`.execute(db);
}

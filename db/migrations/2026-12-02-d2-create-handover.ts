import { sql, type Kysely } from 'kysely';

/** An adviser who leaves: who works on for her POIs, as rows that are never rewritten. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table adviser_handover (
			id integer generated always as identity primary key,
			user_id text not null,
			kind text not null constraint adviser_handover_kind_known check (kind = any (array['left', 'undone', 'ended'])),
			ends_id integer constraint adviser_handover_ended_exists references adviser_handover constraint adviser_handover_ended_once unique,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint adviser_handover_user_length check (length(user_id) between 1 and 200),
			constraint adviser_handover_end_of_one check ((kind = 'left') = (ends_id is null)),
			constraint adviser_handover_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200)
		);
		create index adviser_handover_user_idx on adviser_handover (user_id, id);
		create table adviser_handover_to (
			handover_id integer not null constraint adviser_handover_to_handover_exists references adviser_handover,
			support_institute_id integer not null constraint adviser_handover_to_institute_exists references support_institute,
			user_id text not null,
			constraint adviser_handover_to_once primary key (handover_id, support_institute_id, user_id),
			constraint adviser_handover_to_user_length check (length(user_id) between 1 and 200)
		);
		create index adviser_handover_to_user_idx on adviser_handover_to (user_id);
		comment on table adviser_handover is 'That an adviser left (left), that this was a mistake (undone), or that whoever worked on for her no longer does (ended). Never changed.';
		comment on column adviser_handover.user_id is 'Who left; kept when the account is removed.';
		comment on column adviser_handover.ends_id is 'The departure that this row is about.';
		comment on column adviser_handover.recorded_by is 'The id of the author; kept when the account is removed.';
		comment on table adviser_handover_to is 'Who works for which POI from then on. Written with the departure, and never changed.';

		create trigger adviser_handover_append_only before update or delete on adviser_handover
			for each row execute function refuse_log_rewrite();
		create trigger adviser_handover_no_truncate before truncate on adviser_handover
			for each statement execute function refuse_log_rewrite();
		create trigger adviser_handover_to_append_only before update or delete on adviser_handover_to
			for each row execute function refuse_log_rewrite();
		create trigger adviser_handover_to_no_truncate before truncate on adviser_handover_to
			for each statement execute function refuse_log_rewrite();

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

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop view adviser_institute;
		drop table adviser_handover_to, adviser_handover;
	`.execute(db);
}

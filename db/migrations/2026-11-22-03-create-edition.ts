import { sql, type Kysely } from 'kysely';

/** Frozen quarters: their files byte for byte, and the public keys that they were signed with. */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create table edition_key (
			fingerprint text primary key,
			public_key text not null,
			valid_from timestamptz not null,
			constraint edition_key_fingerprint_format check (fingerprint ~ '^[0-9a-f]{64}$'),
			constraint edition_key_is_public check (public_key like '-----BEGIN PUBLIC KEY-----%'),
			constraint edition_key_once_at_a_time unique (valid_from)
		);
		comment on table edition_key is 'Public keys that editions were signed with; the newest one signs. The private key is never in the database.';
		comment on column edition_key.fingerprint is 'SHA-256 of the public key (DER, SubjectPublicKeyInfo) in hexadecimal.';
		comment on column edition_key.public_key is 'The public key as PEM.';

		create table edition (
			id integer generated always as identity primary key,
			quarter_end date not null,
			known_on date not null,
			demo_data boolean not null,
			data_version bigint not null,
			previous_quarter_end date constraint edition_previous_exists references edition (quarter_end),
			key_fingerprint text not null constraint edition_key_exists references edition_key,
			frozen_at timestamptz not null,
			frozen_by text not null,
			frozen_for text not null,
			constraint edition_quarter_end_once unique (quarter_end),
			constraint edition_quarter_end_is_one check (quarter_end = (date_trunc('quarter', quarter_end::timestamp) + interval '3 months' - interval '1 day')::date),
			constraint edition_quarter_is_over check (quarter_end < (timezone('Europe/Amsterdam', frozen_at))::date),
			constraint edition_known_on_within check (known_on between quarter_end and (timezone('Europe/Amsterdam', frozen_at))::date),
			constraint edition_previous_is_earlier check (previous_quarter_end < quarter_end),
			constraint edition_author_filled check (length(trim(frozen_by)) > 0 and length(trim(frozen_for)) > 0)
		);
		create index edition_key_fingerprint_idx on edition (key_fingerprint);
		create index edition_previous_idx on edition (previous_quarter_end);
		comment on table edition is 'A frozen quarter (kwartaalstand). Never changed and never deleted: a mistake is told in the next edition.';
		comment on column edition.quarter_end is 'Peildatum: the last day of the quarter.';
		comment on column edition.known_on is 'Bekend op: the last day of recording that counts.';
		comment on column edition.demo_data is 'True when invented data was loaded at the time.';
		comment on column edition.data_version is 'The version of the data that it was made from.';
		comment on column edition.previous_quarter_end is 'The edition that it tells its changes since; null for the first.';
		comment on column edition.frozen_at is 'The moment of recording, on the demo day when there is one.';
		comment on column edition.frozen_by is 'The id of the author; kept when the account is removed.';
		comment on column edition.frozen_for is 'The organisation of the author at that time, which is what the public sees.';

		create table edition_file (
			edition_id integer not null constraint edition_file_edition_exists references edition,
			name text not null,
			media_type text not null,
			content bytea not null,
			sha256 bytea not null,
			primary key (edition_id, name),
			constraint edition_file_name_format check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'),
			constraint edition_file_sha256_is_of_content check (sha256 = sha256(content))
		);
		comment on table edition_file is 'The files of an edition exactly as they are served, with SHA256SUMS and the signature over it.';

		create function refuse_edition_change() returns trigger language plpgsql as $$
		begin
			raise exception 'an edition is never changed: % of % is refused', lower(tg_op), tg_table_name
				using errcode = 'restrict_violation', constraint = 'edition_immutable', table = tg_table_name;
		end $$;
		create trigger edition_immutable before update or delete on edition
			for each row execute function refuse_edition_change();
		create trigger edition_no_truncate before truncate on edition
			for each statement execute function refuse_edition_change();
		create trigger edition_file_immutable before update or delete on edition_file
			for each row execute function refuse_edition_change();
		create trigger edition_file_no_truncate before truncate on edition_file
			for each statement execute function refuse_edition_change();
		create trigger edition_key_immutable before update or delete on edition_key
			for each row execute function refuse_edition_change();
		create trigger edition_key_no_truncate before truncate on edition_key
			for each statement execute function refuse_edition_change();

		create function refuse_later_edition_file() returns trigger language plpgsql as $$
		begin
			if exists (select from edition where id = new.edition_id and xmin <> pg_current_xact_id()::xid) then
				raise exception 'an edition gets no files after it was frozen'
					using errcode = 'restrict_violation', constraint = 'edition_complete', table = 'edition_file';
			end if;
			return new;
		end $$;
		comment on function refuse_later_edition_file is 'The files of an edition are written in the transaction that writes the edition.';
		create trigger edition_complete before insert on edition_file
			for each row execute function refuse_later_edition_file();
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop table edition_file, edition, edition_key;
		drop function refuse_later_edition_file, refuse_edition_change;
	`.execute(db);
}

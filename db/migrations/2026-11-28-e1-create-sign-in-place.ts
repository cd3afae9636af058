import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table sign_in_place (
			key text primary key,
			last_used_at timestamptz not null default now(),
			constraint sign_in_place_key_is_hash check (key ~ '^[0-9a-f]{64}$')
		)
	`.execute(db);
	await sql`create index sign_in_place_last_used_idx on sign_in_place (last_used_at)`.execute(db);
	await sql`
		comment on table sign_in_place is
			'Accounts and network addresses that signed in together before: others cannot lock these out.'
	`.execute(db);
	await sql`
		comment on column sign_in_place.key is
			'SHA-256 of the e-mail address and the network address, so that neither is kept.'
	`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop table sign_in_place`.execute(db);
}

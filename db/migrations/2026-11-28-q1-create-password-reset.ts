import { sql, type Kysely } from 'kysely';

/**
 * Links with which somebody may choose a new password. Whatever way a password changes or an
 * account is shut out, the links of that account are worth nothing from then on.
 */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table password_reset (
			token_hash text primary key,
			user_id text not null,
			created_at timestamptz not null,
			expires_at timestamptz not null,
			constraint password_reset_token_is_hash check (token_hash ~ '^[0-9a-f]{64}$'),
			constraint password_reset_user_exists foreign key (user_id) references app_user on delete cascade,
			constraint password_reset_holds_an_hour check (
				expires_at > created_at and expires_at <= created_at + interval '1 hour')
		);
		create index password_reset_user_idx on password_reset (user_id);
		create index password_reset_expires_idx on password_reset (expires_at);
		comment on table password_reset is
			'Links to choose a new password, each for one use within an hour; what is over goes at the next request.';
		comment on column password_reset.token_hash is
			'SHA-256 of what stands in the link, so that who reads the table cannot use it.';
		comment on table sign_in_attempt is
			'Wrong passwords and requests for a new password, per e-mail address and network address within a window.';

		-- The argument names the column with the account.
		create function forget_password_resets() returns trigger language plpgsql as $$
		begin
			delete from password_reset where user_id = to_jsonb(new) ->> tg_argv[0];
			return null;
		end $$;
		create trigger app_account_forget_password_resets after update of password on app_account
			for each row when (new.password is distinct from old.password)
			execute function forget_password_resets('user_id');
		create trigger app_user_forget_password_resets after update of active, email on app_user
			for each row when (new.email <> old.email or not new.active)
			execute function forget_password_resets('id');
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop trigger app_user_forget_password_resets on app_user;
		drop trigger app_account_forget_password_resets on app_account;
		drop function forget_password_resets;
		drop table password_reset;
		comment on table sign_in_attempt is
			'Wrong passwords per e-mail address and network address within a window.';
	`.execute(db);
}

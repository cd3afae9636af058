import { sql, type Kysely } from 'kysely';

/**
 * Accounts and sessions. The first part is what better-auth asks for, word for word from its
 * `compileMigrations()`; the second part is ours.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create table "app_user" ("id" text not null primary key, "name" text not null, "email" text not null unique, "email_verified" boolean not null, "image" text, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz default CURRENT_TIMESTAMP not null, "role" text not null, "support_institute_id" integer, "organisation" text not null, "active" boolean not null, "demo" boolean not null);

		create table "app_session" ("id" text not null primary key, "expires_at" timestamptz not null, "token" text not null unique, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz not null, "ip_address" text, "user_agent" text, "user_id" text not null references "app_user" ("id") on delete cascade);

		create table "app_account" ("id" text not null primary key, "account_id" text not null, "provider_id" text not null, "user_id" text not null references "app_user" ("id") on delete cascade, "access_token" text, "refresh_token" text, "id_token" text, "access_token_expires_at" timestamptz, "refresh_token_expires_at" timestamptz, "scope" text, "password" text, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz not null);

		create table "app_verification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expires_at" timestamptz not null, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz default CURRENT_TIMESTAMP not null);

		create table "app_rate_limit" ("id" text not null primary key, "key" text not null unique, "count" integer not null, "last_request" bigint not null);

		create index "app_session_user_id_idx" on "app_session" ("user_id");

		create index "app_account_user_id_idx" on "app_account" ("user_id");

		create index "app_verification_identifier_idx" on "app_verification" ("identifier");
	`.execute(db);
	await sql`
		alter table app_user
			alter column active set default true,
			alter column demo set default false,
			alter column email_verified set default false,
			add constraint app_user_role_known check (role in ('stakeholder', 'advisor', 'programme_manager', 'admin')),
			add constraint app_user_advisor_has_support_institute check ((role = 'advisor') = (support_institute_id is not null)),
			add constraint app_user_support_institute_exists foreign key (support_institute_id) references support_institute,
			add constraint app_user_email_lower_case check (email = lower(email)),
			add constraint app_user_name_filled check (length(trim(name)) between 1 and 200),
			add constraint app_user_organisation_filled check (length(trim(organisation)) between 1 and 200);
		create index app_user_support_institute_idx on app_user (support_institute_id);
		comment on table app_user is 'Who may sign in. Never deleted, because events name their author: an account is made inactive.';
		comment on column app_user.support_institute_id is 'The POI whose libraries an advisor may write for; null for every other role.';
		comment on column app_user.organisation is 'Shown in public beside what this user records.';
		comment on column app_user.active is 'False: no sign-in, and no session counts.';
		comment on column app_user.demo is 'True for the demo accounts, which only work while demo data is loaded.';
		comment on table app_session is 'One row per signed-in browser; without the row the cookie is worth nothing.';
		comment on table app_account is 'How a user signs in: with a password (provider credential), later with OIDC.';
		comment on table app_verification is 'Short-lived values of better-auth; empty as long as there is only password sign-in.';
		comment on table app_rate_limit is 'Requests per address and path, kept by better-auth.';

		create table sign_in_attempt (
			key text primary key,
			failures integer not null,
			window_started_at timestamptz not null,
			constraint sign_in_attempt_failures_not_negative check (failures >= 0)
		);
		create index sign_in_attempt_window_idx on sign_in_attempt (window_started_at);
		comment on table sign_in_attempt is 'Wrong passwords per e-mail address and network address within a window.';
		comment on column sign_in_attempt.key is 'SHA-256 of what is counted, so that nothing typed is kept.';
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop table sign_in_attempt, app_rate_limit, app_verification, app_account, app_session, app_user;
	`.execute(db);
}

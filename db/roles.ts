import { sql, type Kysely } from 'kysely';

/** The role of the application: may read and write everything, but not change or empty ledger and editions. */
export const APP_ROLE = 'ido_app';

/** One number for all our advisory locks on roles, so that two processes grant one after the other. */
const ROLES_LOCK = 4_360_151;

/** The right to become a role, which PostgreSQL tells apart from membership since 16. */
const right = sql.raw(
	`case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end`
);

/** Makes the role when this user may; true when it exists afterwards. Roles are shared by all databases. */
async function createIfAllowed<T>(db: Kysely<T>): Promise<boolean> {
	await sql`
		do $$
		begin
			if not exists (select from pg_roles where rolname = 'ido_app') then
				create role ido_app nologin;
			end if;
		exception when duplicate_object or unique_violation or insufficient_privilege then
			null;
		end $$
	`.execute(db);
	const { rows } = await sql`select from pg_roles where rolname = ${APP_ROLE}`.execute(db);
	return rows.length > 0;
}

/**
 * Makes the application's role when it can, and gives it its rights on every table of the schema:
 * everything but changing the ledger and the editions. Run it after each migration, as the owner of the tables; it
 * may run again. False when the role does not exist and this user may not make it.
 */
export async function ensureAppRole<T>(ownerDb: Kysely<T>): Promise<boolean> {
	if (!(await createIfAllowed(ownerDb))) return false;
	await ownerDb.transaction().execute(async (trx) => {
		await sql`select pg_advisory_xact_lock(${sql.lit(ROLES_LOCK)})`.execute(trx);
		await sql`
			grant usage on schema public to ido_app;
			grant select, insert, update, delete on all tables in schema public to ido_app;
			grant usage, select, update on all sequences in schema public to ido_app;
			alter default privileges in schema public
				grant select, insert, update, delete on tables to ido_app;
			alter default privileges in schema public
				grant usage, select, update on sequences to ido_app;
			do $$
			begin
				if to_regnamespace('pgboss') is not null then
					grant usage on schema pgboss to ido_app;
					grant select, insert, update, delete on all tables in schema pgboss to ido_app;
					grant execute on all functions in schema pgboss to ido_app;
				end if;
			end $$;
			do $$
			begin
				if to_regclass('public.event') is not null then
					revoke update, delete, truncate on table public.event from ido_app;
				end if;
				if to_regclass('public.edition') is not null then
					revoke update, delete, truncate
						on table public.edition, public.edition_file, public.edition_key from ido_app;
				end if;
			end $$;
			do $$
			begin
				-- So that one user may both migrate and, with the startup option role, be the application.
				if not pg_has_role('ido_app', ${right}) then
					grant ido_app to current_user;
				end if;
			exception when insufficient_privilege or invalid_grant_operation then
				null;
			end $$;
		`.execute(trx);
	});
	return true;
}

/** Lets another user act as the application's role, where this user may grant it. */
export async function grantAppRole<T>(ownerDb: Kysely<T>, user: string): Promise<void> {
	if (!user || user === APP_ROLE) return;
	await sql`grant ido_app to ${sql.id(user)}`.execute(ownerDb).catch(() => undefined);
}

/**
 * True when the user of this connection may act as the application's role (and is not it already).
 */
export async function mayTakeAppRole<T>(db: Kysely<T>): Promise<boolean> {
	const { rows } = await sql<{ allowed: boolean }>`
		select pg_has_role(oid, ${right}) and rolname <> current_user as allowed
		from pg_roles where rolname = ${APP_ROLE}
	`.execute(db);
	return rows[0]?.allowed === true;
}

/** The same address, connecting as the application's role. */
export function asAppRole(url: string): string {
	const address = new URL(url);
	const options = address.searchParams.get('options');
	address.searchParams.set('options', [options, `-c role=${APP_ROLE}`].filter(Boolean).join(' '));
	return address.href;
}

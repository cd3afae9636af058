import { createHmac } from 'node:crypto';
import pg from 'pg';

export const DATABASE = 'ido';
export const OWNER_ROLE = 'ido_owner';
export const APP_LOGIN_ROLE = 'ido_app';

/** The password of a role of the embedded cluster, derived from the kept secret. */
export function rolePassword(secret: string, role: string): string {
	return createHmac('sha256', secret).update(role).digest('hex');
}

async function createIfMissing(client: pg.Client, statement: string): Promise<void> {
	try {
		await client.query(statement);
	} catch (error) {
		// 42710, 42P04 and 23505: it exists, or another process made it at this moment.
		const known = ['42710', '42P04', '23505'];
		if (!(error instanceof pg.DatabaseError && known.includes(error.code ?? ''))) throw error;
	}
}

/**
 * The two login roles (the owner, who migrates, and the application, who cannot change the ledger)
 * and the database. May be called again; needs a superuser's session.
 */
export async function ensureLoginRoles(client: pg.Client, secret: string): Promise<void> {
	for (const role of [OWNER_ROLE, APP_LOGIN_ROLE]) {
		const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
		if (rowCount) continue;
		await createIfMissing(
			client,
			`create role ${role} login password '${rolePassword(secret, role)}'`
		);
	}
	const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
	if (!rowCount) await createIfMissing(client, `create database ${DATABASE} owner ${OWNER_ROLE}`);
}

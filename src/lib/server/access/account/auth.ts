import { betterAuth } from 'better-auth';
import type { Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readEnv } from '#lib/server/platform/env/env.ts';
import { getLog } from '#lib/server/platform/log/log.ts';
import { authOptions } from './auth-options.ts';
import { findAccess } from './queries.ts';

export interface AuthSettings {
	db: Kysely<DB>;
	/** Signs the session cookie; at least 32 characters. */
	secret: string;
	/** Whether visitors reach us over https, so that the cookie can be `Secure`. */
	secure: boolean;
}

/** better-auth on our own database handle. Nothing of it is reachable from outside by itself. */
export function createAuth({ db, secret, secure }: AuthSettings) {
	return betterAuth({
		...authOptions,
		secret,
		database: { db, type: 'postgres', transaction: true },
		advanced: { ...authOptions.advanced, useSecureCookies: secure },
		// However a user comes in (a password now, OIDC later), every session passes here.
		databaseHooks: {
			session: {
				create: { before: async ({ userId }) => (await findAccess(db, userId)) !== undefined }
			}
		},
		logger: {
			level: 'error',
			log: (_level, message) => getLog().error({ part: 'better-auth' }, message)
		}
	});
}

export type Auth = ReturnType<typeof createAuth>;

const kept = new Map<boolean, { db: Kysely<DB>; auth: Auth }>();

/** The app's better-auth, for visitors over https (`secure`) or over plain http. */
export function getAuth(secure: boolean): Auth {
	const db = getDb();
	const known = kept.get(secure);
	if (known?.db === db) return known.auth;
	const secret = readEnv().AUTH_SECRET;
	if (!secret)
		throw new Error('AUTH_SECRET is not set: start the app with npm start or npm run dev');
	const auth = createAuth({ db, secret, secure });
	kept.set(secure, { db, auth });
	return auth;
}

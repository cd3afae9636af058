import type { Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Role } from '#lib/access/account/user.ts';
import { logAction } from '#lib/server/platform/log/log.ts';
import type { Auth } from './auth.ts';
import { findRole, findUserIdByEmail } from './queries.ts';
import { forgiveAttempt, reserveAttempt } from './sign-in-limit.ts';
import { postToAuth, type Visitor } from './visitor.ts';

export interface Credentials {
	email: string;
	password: string;
}

export type SignInResult =
	/** Signed in; the headers carry the cookies. */
	| { outcome: 'done'; headers: Headers; role: Role }
	/** Unknown address, wrong password, inactive account or a demo account without demo data. */
	| { outcome: 'wrong' }
	/** Too many wrong passwords; even the right one is not looked at for this many seconds. */
	| { outcome: 'locked'; waitSeconds: number };

/** Signs in with a password. Says nothing about which accounts exist. */
export async function signIn(
	auth: Auth,
	db: Kysely<DB>,
	visitor: Visitor,
	credentials: Credentials
): Promise<SignInResult> {
	const attempt = { email: credentials.email, address: visitor.address };
	const waitSeconds = await reserveAttempt(db, attempt);
	if (waitSeconds > 0) {
		await logSignIn(db, visitor, credentials, 'too many wrong passwords');
		return { outcome: 'locked', waitSeconds };
	}
	const response = await postToAuth(auth, visitor, '/sign-in/email', credentials);
	if (response.status >= 500) throw new Error('signing in failed', { cause: response.status });
	if (!response.ok) {
		await logSignIn(db, visitor, credentials, 'wrong password or no access');
		return { outcome: 'wrong' };
	}
	await forgiveAttempt(db, attempt);
	await logSignIn(db, visitor, credentials);
	const role = await findRole(db, credentials.email);
	return { outcome: 'done', headers: response.headers, role };
}

/** One line in the log; the account by its id, and an address that has no account not at all. */
async function logSignIn(
	db: Kysely<DB>,
	visitor: Visitor,
	{ email }: Credentials,
	refusal?: string
): Promise<void> {
	const id = await findUserIdByEmail(db, email);
	logAction({
		action: 'sign_in',
		object: id ? `user ${id}` : 'no account',
		result: refusal ? 'refused' : 'done',
		origin: visitor.address,
		actor: refusal || !id ? 'anonymous' : id,
		detail: refusal
	});
}

import { hashPassword } from 'better-auth/crypto';
import type { Kysely } from 'kysely';
import { insertUser, type NewUser } from '#lib/server/access/account/users.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The password of every user that tests make. */
export const TEST_PASSWORD = 'een-goed-wachtwoord';

let passwordHash: Promise<string> | undefined;
let count = 0;

/** A user with {@link TEST_PASSWORD}, by default a stakeholder; answers id and e-mail address. */
export async function createUser(
	db: Kysely<DB>,
	given: Partial<NewUser> = {}
): Promise<{ id: string; email: string }> {
	passwordHash ??= hashPassword(TEST_PASSWORD);
	const user = {
		name: 'Test',
		email: `test-${++count}@example.nl`,
		role: 'stakeholder' as const,
		organisation: 'BZK',
		supportInstituteId: null,
		...given
	};
	return { id: await insertUser(db, user, await passwordHash), email: user.email };
}

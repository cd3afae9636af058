import type { Kysely } from 'kysely';
import type { Role, User } from '#lib/access/account/user.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

let counter = 0;

/** Somebody with an account, as the server knows her during a request; also in the database. */
export async function insertUser(
	ownerDb: Kysely<DB>,
	role: Role,
	supportInstituteId: number | null = null,
	organisation = 'Proef-POI'
): Promise<User> {
	const id = `user-${++counter}`;
	const user: User = {
		...{ id, name: `Naam ${counter}`, email: `${id}@example.nl`, role },
		...{ supportInstituteId, organisation }
	};
	await ownerDb
		.insertInto('appUser')
		.values({ ...user, emailVerified: true, active: true, demo: false })
		.execute();
	return user;
}

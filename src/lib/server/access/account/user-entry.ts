import { sql, type Transaction } from 'kysely';
import type { Role, User } from '#lib/access/account/user.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Who decided something about an account. */
export type Decider = Pick<User, 'id' | 'organisation'>;

interface Decision {
	userId: string;
	kind: 'made' | 'changed' | 'activated' | 'deactivated' | 'password';
	/** Of an account that was made or changed: what she is now. */
	role?: Role;
	supportInstituteId?: number | null;
}

/** Says what was decided about an account, as a row of the log; no names, which stand with the account. */
export async function insertUserEntry(
	trx: Transaction<DB>,
	by: Decider,
	recordedAt: string,
	{ userId, kind, role, supportInstituteId = null }: Decision
): Promise<void> {
	await trx
		.insertInto('userEntry')
		.values({
			...{ userId, kind, role: role ?? null, supportInstituteId },
			...{ recordedBy: by.id, recordedFor: by.organisation },
			recordedAt: sql<string>`${recordedAt}::timestamptz`
		})
		.execute();
}

import type { Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { hashToken } from './token.ts';

/** Whose mail a link to want no more is of; null for a token that is none. */
export async function findStop(
	db: Kysely<DB>,
	token: string
): Promise<{ userId: string; name: string } | null> {
	const found = await db
		.selectFrom('mailing')
		.innerJoin('appUser', 'appUser.id', 'mailing.userId')
		.select(['mailing.userId', 'appUser.name'])
		.where('mailing.stopHash', '=', hashToken(token))
		.executeTakeFirst();
	return found ?? null;
}

/** Sends the reader of this mail no more of them (or again); false for a token that is none. */
export async function wishByLink(db: Kysely<DB>, token: string, wants: boolean): Promise<boolean> {
	const found = await findStop(db, token);
	if (!found) return false;
	await db.insertInto('mailWish').values({ userId: found.userId, wants }).execute();
	return true;
}

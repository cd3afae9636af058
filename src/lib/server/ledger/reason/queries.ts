import type { Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** A reason as the programme manager sees it. */
export interface ReasonRow {
	code: string;
	labelNl: string;
	labelEn: string;
	/** True when the library could not help it. */
	external: boolean;
	/** False: no longer offered in forms; history keeps showing it. */
	active: boolean;
	/** In how many events it was given. */
	used: number;
}

function selectReasons(db: Kysely<DB>) {
	return db.selectFrom('reason').select((eb) => [
		'code',
		'labelNl',
		'labelEn',
		'external',
		'active',
		eb
			.selectFrom('event')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.whereRef('event.reasonCode', '=', 'reason.code')
			.$asScalar()
			.$notNull()
			.as('used')
	]);
}

/** All reasons in the order in which forms offer them, the inactive ones too. */
export async function listReasons(db: Kysely<DB>): Promise<ReasonRow[]> {
	return await selectReasons(db).orderBy('position').orderBy('code').execute();
}

/** The reasons that forms offer, in their order. */
export async function listActiveReasons(
	db: Kysely<DB>
): Promise<Pick<ReasonRow, 'code' | 'labelNl' | 'labelEn'>[]> {
	return await db
		.selectFrom('reason')
		.select(['code', 'labelNl', 'labelEn'])
		.where('active', '=', true)
		.orderBy('position')
		.orderBy('code')
		.execute();
}

/** The reason with this code. */
export async function findReason(db: Kysely<DB>, code: string): Promise<ReasonRow | undefined> {
	return await selectReasons(db).where('code', '=', code).executeTakeFirst();
}

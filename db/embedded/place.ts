import { createHash } from 'node:crypto';
import { chown, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeFolder } from '#lib/server/platform/env/make-folder.ts';
import { databaseAccount, may, type Account } from './account.ts';

/** Where data and programs go when root works in a folder that no other account can enter. */
export const SHARED_FOLDER = '/var/lib/ido-rolloutmonitor';

/** Where one embedded PostgreSQL lives and as whom it runs. */
export interface Place {
	/** Belongs to the account; holds `data` and `server.log`. */
	folder: string;
	data: string;
	log: string;
	account: Account | undefined;
}

async function prepare(folder: string): Promise<Place> {
	const account = await databaseAccount(folder);
	await makeFolder(folder, account ? 0o755 : 0o700);
	if (account) await chown(folder, account.uid, account.gid);
	return { folder, data: join(folder, 'data'), log: join(folder, 'server.log'), account };
}

async function holdsDatabase({ data }: Place): Promise<boolean> {
	return (await stat(data).catch(() => undefined)) !== undefined;
}

/**
 * The place of the database of a data folder: inside it, or, for root in a folder that the account
 * cannot enter, under {@link SHARED_FOLDER} (the same folder gets the same place each time).
 */
export async function preparePlace(dataDir: string): Promise<Place> {
	const inside = join(resolve(dataDir), 'postgresql');
	let reason: unknown;
	let made: Place | undefined;
	try {
		made = await prepare(inside);
		if (await may(made.account, '-w', made.folder)) return made;
	} catch (error) {
		reason = error;
	}
	// Only where root could make the folder and no database is in it: what is there but cannot be
	// reached must never be taken for nothing, and a new database be filled somewhere else.
	if (process.getuid?.() === 0 && made && !(await holdsDatabase(made))) {
		const key = createHash('sha256').update(inside).digest('hex').slice(0, 12);
		await makeFolder(SHARED_FOLDER, 0o755);
		const place = await prepare(join(SHARED_FOLDER, key));
		if (await may(place.account, '-w', place.folder)) return place;
	}
	throw new Error(
		`The folder ${inside} cannot be written. Give this user the folder ${dataDir}, ` +
			'or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL of your own.',
		{ cause: reason }
	);
}

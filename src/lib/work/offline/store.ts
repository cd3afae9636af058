import { BrowserDatabase } from './database.ts';
import { setMark } from './mark.ts';
import type { Sealed } from './seal.ts';

/** An entry as it lies in the browser: of which account, and what only that account can read. */
export interface StoredEntry extends Sealed {
	/** The key by which the server knows the entry. */
	id: string;
	account: string;
}

/** The key of the account that is signed in at this browser. */
export interface StoredKey {
	account: string;
	key: CryptoKey;
}

const CURRENT = 'current';

// Its version stays what it was, so that a tab with older code can still open it: what is new goes elsewhere.
const database = new BrowserDatabase<'keys' | 'entries'>('ido-offline', (db) => {
	db.createObjectStore('keys');
	db.createObjectStore('entries', { keyPath: 'id' });
});

/** Everything that waits in this browser, of whatever account. */
export const listStored = (): Promise<StoredEntry[]> =>
	database.use('entries', 'readonly', (store) => store.getAll() as IDBRequest<StoredEntry[]>);

export const putStored = (entry: StoredEntry): Promise<IDBValidKey> =>
	database.use('entries', 'readwrite', (store) => store.put(entry));

export const removeStored = (id: string): Promise<undefined> =>
	database.use('entries', 'readwrite', (store) => store.delete(id));

export const findKey = (): Promise<StoredKey | undefined> =>
	database.use(
		'keys',
		'readonly',
		(store) => store.get(CURRENT) as IDBRequest<StoredKey | undefined>
	);

export async function putKey(key: StoredKey): Promise<void> {
	setMark();
	await database.use('keys', 'readwrite', (store) => store.put(key, CURRENT));
}

/** After signing out: what waits stays, and nobody can read it until its account comes back. */
export const wipeKey = (): Promise<undefined> =>
	database.use('keys', 'readwrite', (store) => store.delete(CURRENT));

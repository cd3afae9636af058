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

const NAME = 'ido-offline';
const CURRENT = 'current';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('the store failed'));
	});

function open(): Promise<IDBDatabase> {
	const request = indexedDB.open(NAME, 1);
	// Versions only add, so that what an older one wrote stays.
	request.onupgradeneeded = () => {
		request.result.createObjectStore('keys');
		request.result.createObjectStore('entries', { keyPath: 'id' });
	};
	return done(request).then((db) => {
		// A newer version of the product in another tab is not kept waiting.
		db.onversionchange = () => db.close();
		return db;
	});
}

async function use<T>(
	store: 'keys' | 'entries',
	mode: IDBTransactionMode,
	ask: (store: IDBObjectStore) => IDBRequest<T>
): Promise<T> {
	const db = await open();
	try {
		const transaction = db.transaction(store, mode, { durability: 'strict' });
		const answer = await done(ask(transaction.objectStore(store)));
		if (mode === 'readonly') return answer;
		return await new Promise((resolve, reject) => {
			transaction.oncomplete = () => resolve(answer);
			transaction.onabort = () => reject(transaction.error ?? new Error('the store failed'));
		});
	} finally {
		db.close();
	}
}

/** Everything that waits in this browser, of whatever account. */
export const listStored = (): Promise<StoredEntry[]> =>
	use('entries', 'readonly', (store) => store.getAll() as IDBRequest<StoredEntry[]>);

export const putStored = (entry: StoredEntry): Promise<IDBValidKey> =>
	use('entries', 'readwrite', (store) => store.put(entry));

export const removeStored = (id: string): Promise<undefined> =>
	use('entries', 'readwrite', (store) => store.delete(id));

export const findKey = (): Promise<StoredKey | undefined> =>
	use('keys', 'readonly', (store) => store.get(CURRENT) as IDBRequest<StoredKey | undefined>);

export async function putKey(key: StoredKey): Promise<void> {
	setMark();
	await use('keys', 'readwrite', (store) => store.put(key, CURRENT));
}

/** After signing out: what waits stays, and nobody can read it until its account comes back. */
export const wipeKey = (): Promise<undefined> =>
	use('keys', 'readwrite', (store) => store.delete(CURRENT));

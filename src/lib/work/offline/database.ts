const done = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('the store failed'));
	});

/** A database of this browser, by its name. */
export class BrowserDatabase<StoreName extends string> {
	#name: string;
	#make: (db: IDBDatabase) => void;

	/** `make` makes its parts the first time. */
	constructor(name: string, make: (db: IDBDatabase) => void) {
		this.#name = name;
		this.#make = make;
	}

	/** Asks one thing of one part, in a transaction of its own. */
	async use<T>(
		store: StoreName,
		mode: IDBTransactionMode,
		ask: (store: IDBObjectStore) => IDBRequest<T>
	): Promise<T> {
		const db = await this.#open();
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

	async #open(): Promise<IDBDatabase> {
		const request = indexedDB.open(this.#name, 1);
		request.onupgradeneeded = () => this.#make(request.result);
		const db = await done(request);
		// A newer version of the product in another tab is not kept waiting.
		db.onversionchange = () => db.close();
		return db;
	}
}

import { BrowserDatabase } from './database.ts';
import type { Sealed } from './seal.ts';

/** A page as it lies in the browser: only its account can read what it is and what it says. */
export interface StoredPage {
	/** Made of account and address; says neither. */
	id: string;
	account: string;
	/** Milliseconds since the epoch, by the clock of the browser. */
	keptAt: number;
	/** Its address and title, for a list of what is kept. */
	label: Sealed;
	/** What was answered. */
	page: Sealed;
}

// Not in the database of what waits: that one is never emptied, this one often.
const database = new BrowserDatabase<'pages'>('ido-pages', (db) => {
	db.createObjectStore('pages', { keyPath: 'id' });
});

export const findPage = (id: string): Promise<StoredPage | undefined> =>
	database.use('pages', 'readonly', (store) => store.get(id) as IDBRequest<StoredPage | undefined>);

export const listPages = (): Promise<StoredPage[]> =>
	database.use('pages', 'readonly', (store) => store.getAll() as IDBRequest<StoredPage[]>);

export const putPage = (page: StoredPage): Promise<IDBValidKey> =>
	database.use('pages', 'readwrite', (store) => store.put(page));

export const removePage = (id: string): Promise<undefined> =>
	database.use('pages', 'readwrite', (store) => store.delete(id));

/** After signing out, or when somebody else signs in. */
export const wipePages = (): Promise<undefined> =>
	database.use('pages', 'readwrite', (store) => store.clear());

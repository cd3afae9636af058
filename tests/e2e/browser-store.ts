import type { Page } from '@playwright/test';

/** Everything that lies in the store of the browser, as text. */
export const readStore = (page: Page) =>
	page.evaluate(async () => {
		// Opened here first, it would be made without its parts.
		const made = (await indexedDB.databases()).some(({ name }) => name === 'ido-offline');
		if (!made) return { keys: 0, entries: 0, text: '' };
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open('ido-offline');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(new Error('no store'));
		});
		const all = (name: string) =>
			new Promise<unknown[]>((resolve, reject) => {
				const request = db.transaction(name).objectStore(name).getAll();
				request.onsuccess = () => resolve(request.result as unknown[]);
				request.onerror = () => reject(new Error('not read'));
			});
		const [keys, entries] = [await all('keys'), await all('entries')];
		db.close();
		const decoder = new TextDecoder();
		const texts = entries.map((entry) =>
			Object.values(entry as Record<string, unknown>)
				.map((value) => (typeof value === 'string' ? value : decoder.decode(value as ArrayBuffer)))
				.join(' ')
		);
		return { keys: keys.length, entries: entries.length, text: texts.join(' ') };
	});

/** How many pages are kept in the browser, and everything of them that can be read without a key. */
export const readPages = (page: Page) =>
	page.evaluate(async () => {
		const made = (await indexedDB.databases()).some(({ name }) => name === 'ido-pages');
		if (!made) return { count: 0, text: '' };
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open('ido-pages');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(new Error('no store'));
		});
		const pages = await new Promise<Record<string, unknown>[]>((resolve, reject) => {
			const request = db.transaction('pages').objectStore('pages').getAll();
			request.onsuccess = () => resolve(request.result as Record<string, unknown>[]);
			request.onerror = () => reject(new Error('not read'));
		});
		db.close();
		const decoder = new TextDecoder('latin1');
		const text = pages.map((one) =>
			Object.values(one)
				.map((value) =>
					typeof value === 'object' && value !== null && 'bytes' in value
						? decoder.decode(value.bytes as ArrayBuffer)
						: String(value)
				)
				.join(' ')
		);
		return { count: pages.length, text: text.join(' ') };
	});

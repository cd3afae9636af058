import { AsyncLocalStorage } from 'node:async_hooks';
import {
	getServerAsyncLocalStorage,
	getUrlOrigin,
	overwriteServerAsyncLocalStorage,
	type Locale
} from '#lib/paraglide/runtime.js';

/** Runs `write` with every text in this language, whatever the language of the request. */
export function inLocale<T>(locale: Locale, write: () => T): T {
	if (!getServerAsyncLocalStorage()) {
		// Outside a request nobody has made it yet.
		overwriteServerAsyncLocalStorage(new AsyncLocalStorage());
	}
	const storage = getServerAsyncLocalStorage();
	if (!storage) throw new Error('the texts have no storage for their language');
	return storage.run({ locale, origin: getUrlOrigin(), messageCalls: new Set() }, write);
}

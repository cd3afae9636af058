import {
	baseLocale,
	getServerAsyncLocalStorage,
	overwriteGetLocale
} from '#lib/paraglide/runtime.js';

// Test files share their modules, so a language that an earlier file chose would still be there.
overwriteGetLocale(() => getServerAsyncLocalStorage()?.getStore()?.locale ?? baseLocale);

import { deLocalizeUrl } from '#lib/paraglide/runtime.js';
import type { Reroute } from '@sveltejs/kit';

/** `/en/…` shows the same routes in English: the language is part of the address, never a cookie. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;

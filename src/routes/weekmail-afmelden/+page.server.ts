import { fail } from '@sveltejs/kit';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { TOKEN_PARAMETER } from '#lib/server/work/weekly-mail/token.ts';
import { findStop, wishByLink } from '#lib/server/work/weekly-mail/wishes.ts';
import type { Actions, PageServerLoad } from './$types';

/** For who has the link of a mail. Looking at it changes nothing. */
export const load: PageServerLoad = async ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'strict-origin' });
	const token = url.searchParams.get(TOKEN_PARAMETER) ?? '';
	return { isKnown: token !== '' && (await findStop(getDb(), token)) !== null };
};

export const actions: Actions = {
	// For who has the link of a mail; a program that reads mail sends it in one click (RFC 8058).
	default: async ({ request, url }) => {
		const token = url.searchParams.get(TOKEN_PARAMETER) ?? '';
		const wants = (await readFormData(request)).get('weer') === 'ja';
		const done = await wishByLink(getDb(), token, wants);
		return done ? { wants } : fail(400, { wants: null });
	}
};

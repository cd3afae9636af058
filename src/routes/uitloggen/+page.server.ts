import { redirect } from '@sveltejs/kit';
import { link } from '#lib/base/i18n/link.ts';
import { endSession } from '#lib/server/access/account/sign-out.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		await endSession(event);
		redirect(303, link('/uitloggen'));
	}
};

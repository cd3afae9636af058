import { requireRole } from '#lib/server/access/account/permission.ts';
import type { PageServerLoad } from './$types';

/** What is kept only the browser knows. */
export const load: PageServerLoad = ({ locals }) => {
	requireRole(locals, 'advisor', 'programme_manager');
};

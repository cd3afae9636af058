import { requireRole } from '#lib/server/access/account/permission.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const { role } = requireRole(locals, 'programme_manager', 'admin');
	return { role };
};

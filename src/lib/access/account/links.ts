import type { Role } from './user.ts';
import { link } from '#lib/base/i18n/link.ts';
import { safeReturnPath } from './return-path.ts';

/** The address of the sign-in page, which afterwards leads back to `path` when that is given. */
export function signInLink(path?: string): string {
	const back = safeReturnPath(path);
	return link(
		'/inloggen',
		back && !/^\/(en\/?)?$/.test(back) ? new URLSearchParams({ terug: back }) : undefined
	);
}

/** Where the work of a user begins: where she comes after signing in, unless she was on her way. */
export function ownPageLink(role: Role): string {
	if (role === 'admin') return link('/beheer/gebruikers');
	if (role === 'programme_manager') return link('/beheer');
	return role === 'stakeholder' ? link('/voortgang') : link('/mijn-bibliotheken');
}

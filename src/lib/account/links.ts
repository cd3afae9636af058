import { link } from '#lib/i18n/link.ts';
import { safeReturnPath } from './return-path.ts';

/** The address of the sign-in page, which afterwards leads back to `path` when that is given. */
export function signInLink(path?: string): string {
	const back = safeReturnPath(path);
	return link('/inloggen', back && back !== '/' ? new URLSearchParams({ terug: back }) : undefined);
}

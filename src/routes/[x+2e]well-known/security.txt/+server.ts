import { dayInAmsterdam } from '#lib/base/day/day.ts';
import { readEnv } from '#lib/server/platform/env/env.ts';
import { securityText } from '#lib/server/platform/security/security-text.ts';
import type { RequestHandler } from './$types';

/** Whom to tell of a weakness; there only when the setting names somebody. Public. */
export const GET: RequestHandler = ({ url }) => {
	const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
	const contact = readEnv().SECURITY_CONTACT;
	if (!contact) return new Response('SECURITY_CONTACT is not set.\n', { status: 404, headers });
	// The real day, not that of the demo: the file must hold for who reads it now.
	return new Response(securityText(contact, url.origin, dayInAmsterdam(new Date())), { headers });
};

import { addDays, type Day } from '#lib/base/day/day.ts';

/** How long the file says that it holds: RFC 9116 advises less than a year. */
const HOLDS_DAYS = 180;

/** The text of `/.well-known/security.txt` (RFC 9116): whom to tell of a weakness. */
export function securityText(contact: string, origin: string, today: Day): string {
	const lines = [
		`Contact: ${contact}`,
		`Expires: ${addDays(today, HOLDS_DAYS)}T00:00:00Z`,
		'Preferred-Languages: nl, en',
		`Canonical: ${origin}/.well-known/security.txt`
	];
	return `${lines.join('\n')}\n`;
}

import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.ts';

/** A text that has to be filled in; a field that is missing altogether counts as empty. */
const filled = (message: () => string) =>
	z.string({ error: message }).trim().min(1, { error: message });

/** No mail server takes a longer address (RFC 5321), and neither does the database. */
const LONGEST_EMAIL = 254;

/** An e-mail address, in lower case. */
export const emailAddress = filled(() => m.account_email_missing())
	.toLowerCase()
	.max(LONGEST_EMAIL, { error: () => m.account_email_malformed() })
	.pipe(z.email({ error: () => m.account_email_malformed() }));

/** What the sign-in form asks. */
export const credentials = z.object({
	email: emailAddress,
	password: z
		.string({ error: () => m.account_password_missing() })
		.min(1, { error: () => m.account_password_missing() })
});

const newPassword = z
	.string({ error: () => m.account_password_missing() })
	.min(MIN_PASSWORD_LENGTH, {
		error: () => m.account_password_too_short({ count: MIN_PASSWORD_LENGTH })
	})
	.max(MAX_PASSWORD_LENGTH, {
		error: () => m.account_password_too_long({ count: MAX_PASSWORD_LENGTH })
	});

/** What the form to change one's own password asks. */
export const passwordChange = z.object({
	currentPassword: z
		.string({ error: () => m.account_password_missing() })
		.min(1, { error: () => m.account_password_missing() }),
	newPassword
});

/** What the form asks of who forgot her password. */
export const resetRequest = z.object({ email: emailAddress });

/** What the form to choose a new one asks; the link fills in the token. */
export const passwordChoice = z.object({ token: z.string().max(200).default(''), newPassword });

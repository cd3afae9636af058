import { createHash, randomBytes } from 'node:crypto';

/** The name of the parameter with the token of a link in a mail. */
export const TOKEN_PARAMETER = 'sleutel';

/** What is kept of a token, so that who reads the table cannot use it. */
export const hashToken = (token: string): string =>
	createHash('sha256').update(token).digest('hex');

export const makeToken = (): string => randomBytes(32).toString('base64url');

import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { readEnv } from '#lib/server/platform/env/env.ts';

/** Nobody reads the form and writes what is wrong within this time. */
export const SHORTEST_MS = 3_000;
/** Who leaves the form open longer gets a new one, with what was typed. */
export const LONGEST_MS = 12 * 60 * 60_000;

export type TokenReading =
	| { form: string; problem?: never }
	/** too_soon: sent faster than people can; old: open for too long; false: not made here, or for another page. */
	| { problem: 'too_soon' | 'old' | 'false'; form?: never };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function sign(text: string, secret: string): Buffer {
	return createHmac('sha256', secret).update(`error report\n${text}`).digest();
}

function secretOf(secret = readEnv().AUTH_SECRET): string {
	if (!secret) throw new Error('AUTH_SECRET is not set');
	return secret;
}

/** What goes along with the form about a page: which form it is and when it was made, signed. */
export function makeFormToken(path: string, now: Date, secret = secretOf()): string {
	const said = `${randomUUID()}.${now.getTime()}`;
	return `${said}.${sign(`${said}\n${path}`, secret).toString('base64url')}`;
}

/** Reads what came back with a form about a page. */
export function readFormToken(
	token: string,
	path: string,
	now: Date,
	secret = secretOf()
): TokenReading {
	const [form = '', made = '', signature = ''] = token.split('.');
	const given = Buffer.from(signature, 'base64url');
	const wanted = sign(`${form}.${made}\n${path}`, secret);
	if (!UUID.test(form) || given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
		return { problem: 'false' };
	}
	const open = now.getTime() - Number(made);
	if (open < SHORTEST_MS) return { problem: 'too_soon' };
	return open > LONGEST_MS ? { problem: 'old' } : { form };
}

/**
 * What stands in the public address of the report that a form makes: nobody can guess it, and the same
 * form sent twice leads to the same address.
 */
export function codeOf(form: string, secret = secretOf()): string {
	return sign(`address\n${form}`, secret).subarray(0, 16).toString('base64url');
}

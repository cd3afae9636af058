import { expect, it } from 'vitest';
import { isOfBefore } from './retire.ts';

const HTML = 'text/html; charset=utf-8';
const page = (status: number, headers: Record<string, string>) =>
	new Response(null, { status, headers });

it('only a whole page that does not say whose it is comes from a product that knows of no worker', () => {
	expect(isOfBefore(page(200, { 'content-type': HTML }))).toBe(true);
	expect(isOfBefore(page(200, { 'content-type': HTML, 'x-ido-account': 'a' }))).toBe(false);
	expect(isOfBefore(page(500, { 'content-type': HTML }))).toBe(false);
	expect(isOfBefore(page(302, { location: '/inloggen' }))).toBe(false);
	expect(isOfBefore(page(200, { 'content-type': 'text/csv' }))).toBe(false);
});

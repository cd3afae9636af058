import { describe, expect, it } from 'vitest';
import { codeOf, LONGEST_MS, makeFormToken, readFormToken, SHORTEST_MS } from './form-token.ts';

const SECRET = 'a secret of this installation, long enough';
const MADE = new Date('2022-01-31T10:00:00Z');
const after = (ms: number) => new Date(MADE.getTime() + ms);
const PATH = '/bibliotheken/bibliotheek-venlo';

describe('the form of a report', () => {
	const token = makeFormToken(PATH, MADE, SECRET);
	const read = (text: string, now = after(60_000), path = PATH, secret = SECRET) =>
		readFormToken(text, path, now, secret);

	it('comes back as it was made, and another one is another form', () => {
		const { form } = read(token);
		expect(form).toMatch(/^[0-9a-f-]{36}$/);
		expect(read(makeFormToken(PATH, MADE, SECRET)).form).not.toBe(form);
	});

	it('is refused when it comes back sooner than people read, or after half a day', () => {
		expect(read(token, after(SHORTEST_MS - 1)).problem).toBe('too_soon');
		expect(read(token, after(SHORTEST_MS)).problem).toBeUndefined();
		expect(read(token, after(LONGEST_MS)).problem).toBeUndefined();
		expect(read(token, after(LONGEST_MS + 1)).problem).toBe('old');
		// Made in the future: by a clock that is not ours.
		expect(read(token, after(-1)).problem).toBe('too_soon');
	});

	it('holds for its own page and installation alone', () => {
		expect(read(token, after(60_000), '/voortgang').problem).toBe('false');
		expect(read(token, after(60_000), PATH, `${SECRET}!`).problem).toBe('false');
	});

	it.each([
		['nothing', ''],
		['no token', 'abc'],
		['another time', token.replace(/\.\d+\./, `.${MADE.getTime() - 3_600_000}.`)],
		['another form', token.replace(/^[0-9a-f]{4}/, '0000')],
		['no signature', token.split('.').slice(0, 2).join('.')],
		['a time that is none', token.replace(/\.\d+\./, '.NaN.')],
		['much', 'x.'.repeat(5_000)]
	])('is refused with %s', (_, text) => {
		expect(read(text).problem).toBe('false');
	});
});

describe('the address of a report', () => {
	it('follows from the form, and cannot be made without the secret', () => {
		const code = codeOf('form', SECRET);
		expect(code).toMatch(/^[\w-]{22}$/);
		expect(codeOf('form', SECRET)).toBe(code);
		expect(codeOf('other', SECRET)).not.toBe(code);
		expect(codeOf('form', `${SECRET}!`)).not.toBe(code);
	});
});

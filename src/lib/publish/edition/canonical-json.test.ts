import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from './canonical-json.ts';

const json = fc.jsonValue() as fc.Arbitrary<Json>;

/** The same value with the keys of every object written in the opposite order. */
function turned(value: Json): Json {
	if (value === null || typeof value !== 'object') return value;
	if (Array.isArray(value)) return value.map(turned);
	return Object.fromEntries(
		Object.entries(value)
			.map(([key, item]): [string, Json] => [key, turned(item)])
			.reverse()
	);
}

describe('canonical JSON', () => {
	it('writes keys in one order, rows on one line, and ends with a line end', () => {
		expect(canonicalJson({ b: [1, 'é', null], a: { z: true, y: [] } })).toBe(
			'{\n\t"a": {\n\t\t"y": [],\n\t\t"z": true\n\t},\n\t"b": [1, "é", null]\n}\n'
		);
	});

	it('is the same whatever the order in which the keys were written', () => {
		fc.assert(
			fc.property(json, (value) => {
				expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
			})
		);
	});

	it('is stable: what is read from it is written as the same text', () => {
		fc.assert(
			fc.property(json, (value) => {
				const text = canonicalJson(value);
				expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
			})
		);
	});

	it('refuses what JSON would silently turn into nothing', () => {
		expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
	});
});

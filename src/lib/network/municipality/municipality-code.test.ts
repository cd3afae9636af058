import { expect, it } from 'vitest';
import { parseMunicipalityCode } from './municipality-code.ts';

it.each([
	['GM0983', 'GM0983'],
	['gm0983', 'GM0983'],
	['983', 'GM0983'],
	['GM00983', null],
	['venlo', null],
	['', null]
])('reads %j as %j', (text, code) => {
	expect(parseMunicipalityCode(text)).toBe(code);
});

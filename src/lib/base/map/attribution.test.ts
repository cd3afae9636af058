import { afterAll, expect, it } from 'vitest';
import { schematicAttribution } from '#seeds/boundaries/schematic.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { mapAttribution } from './attribution.ts';

afterAll(() => overwriteGetLocale(() => 'nl'));

it('is told in the language of the reader for our own map, and as it is for official borders', () => {
	const ours = { kind: 'schematic', attribution: schematicAttribution } as const;
	const official = { kind: 'official', attribution: 'Bron: CBS en Kadaster' } as const;
	overwriteGetLocale(() => 'nl');
	expect(mapAttribution(ours)).toBe(schematicAttribution);
	overwriteGetLocale(() => 'en');
	expect(mapAttribution(ours)).toMatch(/^Schematic map\. Province borders: .*\(CC BY 4\.0\)/);
	expect(mapAttribution(official)).toBe('Bron: CBS en Kadaster');
	// Without a map nothing is said of it.
	expect(mapAttribution({ ...ours, attribution: '' })).toBe('');
});

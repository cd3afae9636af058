import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { readReference } from '#seeds/reference/reference.ts';
import { PROGRAMME_EVENTS } from '#seeds/reference/programme-events.ts';
import { TARGETS } from '#seeds/reference/targets.ts';
import { sayFact, sayFacts, sayNote, saySource } from './say-fact.ts';

/** Words of one language that no sentence of the other has. */
const ENGLISH =
	/\b(the|and|from|which|with|that|about|found|served|since|until|more|all|library|libraries)\b/i;
const DUTCH = /\b(een|niet|zijn|naar|bij|deel|sinds|eind|openbare|leden|inwoners)\b/i;

const reference = readReference();
const addresses = /https?:\S+|[a-z0-9-]+\.[a-z]{2,}\/\S*/g;

/** Names are the same in both languages. */
const withoutNames = (text: string) => text.replaceAll(addresses, '');

const SOURCES = [
	...reference.libraries.map(({ source }) => source),
	...reference.libraries.flatMap(({ supportInstituteSource }) => supportInstituteSource ?? []),
	...reference.workAreas.map(({ source }) => source),
	...reference.municipalities.map(({ source }) => source),
	...reference.populations.map(({ source }) => source),
	...reference.municipalitySuccessions.map(({ source }) => source),
	...reference.publishedFigures.map(({ source }) => source),
	...PROGRAMME_EVENTS.map(({ source }) => source),
	...TARGETS.map(({ source }) => source)
];
const NOTES = reference.municipalities.flatMap((row) => row.libraryProvisionNote ?? []);
const FIGURES = reference.publishedFigures.flatMap(({ description, unit }) => [description, unit]);

const inDutch = (say: (text: string) => string, texts: readonly string[]) => {
	overwriteGetLocale(() => 'nl');
	return [...new Set(texts)].map((text) => withoutNames(say(text)));
};

afterEach(() => overwriteGetLocale(() => 'nl'));

describe('a fact on a Dutch page', () => {
	it.each([
		['sources', saySource, SOURCES],
		['notes', sayNote, NOTES],
		['published figures', sayFact, FIGURES]
	] as const)('is in Dutch: %s', (_, say, texts) => {
		const english = inDutch(say, texts).filter((text) => ENGLISH.test(text));
		expect(english).toEqual([]);
	});

	it('names the address apart from the words before it', () => {
		expect(saySource('letter to parliament of 29 June 2020: https://example.nl/a')).toBe(
			'Kamerbrief van 29 juni 2020 ; https://example.nl/a'
		);
	});

	it('is found wherever it stands in what a page gets', () => {
		const page = { points: [{ source: 'general knowledge', name: 'general knowledge' }] };
		expect(sayFacts(page)).toEqual({
			points: [{ source: 'algemene kennis', name: 'general knowledge' }]
		});
	});
});

describe('a fact on an English page', () => {
	it('is in English', () => {
		overwriteGetLocale(() => 'en');
		const said = [...SOURCES.map(saySource), ...NOTES.map(sayNote), ...FIGURES.map(sayFact)].map(
			withoutNames
		);
		expect([...new Set(said)].filter((text) => DUTCH.test(text))).toEqual([]);
	});
});

import { describe, expect, it } from 'vitest';
import { siteGroups } from '#lib/server/base/site/site-map.ts';
import { placeOf } from '#lib/base/site/site.ts';
import { readReplyForm, readReportForm, TRAP } from './read-report-form.ts';
import { reportablePath } from './reportable-path.ts';

const problemOf = (message: string, trap = '') =>
	readReportForm((name) => (name === 'message' ? message : name === TRAP ? trap : '')).errors;

describe('what a visitor writes', () => {
	it.each([
		'De locatie Centrum is op maandag dicht.',
		'Er staat 29 locaties op 31-12-2019, maar het zijn er 30.',
		'Postcode 5911 KK klopt niet, het is 5911 KL 12.',
		'Het bedrag € 1.360.000 is van 2019–2022.',
		'Stcrt 2018, 73578 gaat hier niet over.',
		'<script>alert(1)</script> staat er letterlijk'
	])('is taken: %s', (message) => {
		expect(problemOf(message)).toEqual({});
	});

	it.each([
		['jan.jansen@voorbeeld.nl', 'e-mailadres'],
		['bel 06-12345678', 'telefoonnummer'],
		['bel 06 12 34 56 78', 'telefoonnummer'],
		['bel (077) 351 25 76', 'telefoonnummer'],
		['bel +31 77 3512576', 'telefoonnummer'],
		['bel 0031 (0)77 351 2576', 'telefoonnummer'],
		['mijn nummer is 111222333', 'burgerservicenummer'],
		['mijn nummer is 111.222.333', 'burgerservicenummer'],
		['   ', 'Schrijf op'],
		['x'.repeat(1_003), '3 tekens te lang']
	])('is refused: %s', (message, why) => {
		expect(problemOf(message).message).toContain(why);
	});

	it('is refused when the field that nobody sees is filled in', () => {
		expect(problemOf('Alles klopt niet', 'https://spam.example')).toEqual({
			[TRAP]: 'Dit veld moet leeg blijven. Maak het leeg en verstuur de melding nog een keer.'
		});
	});
});

it('an answer is read by the same rules', () => {
	const problem = (reply: string) => readReplyForm(() => reply).errors.reply;
	expect(problem('De tijden zijn bijgewerkt.')).toBeUndefined();
	expect(problem('Mail adviseur@voorbeeld.nl')).toContain('e-mailadres');
	expect(problem('')).toContain('Schrijf een antwoord');
	expect(problem('x'.repeat(2_001))).toContain('1 teken te lang');
});

it.each([
	['/', '/'],
	['/voortgang', '/voortgang'],
	['/bibliotheken/bibliotheek-venlo', '/bibliotheken/bibliotheek-venlo'],
	['/gemeenten/GM0983', '/gemeenten/GM0983'],
	['/bibliotheken/bibliotheek-venlo/bijwerken', null],
	['/dit-klopt-niet', null],
	['/definities', null],
	['/overzicht/waarom', null],
	['/beheer', null]
])('from %s one can report about %s', (path, about) => {
	expect(reportablePath(path, placeOf(siteGroups(), path))).toBe(about);
});

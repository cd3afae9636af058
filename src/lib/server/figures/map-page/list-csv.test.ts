import { beforeEach, describe, expect, it } from 'vitest';
import type { LibraryStanding } from '#lib/network/standing/types.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { parseView } from '#lib/base/selection/view.ts';
import { readBounds } from './list-clusters.ts';
import { aboutList, listCsv } from './list-csv.ts';

const today = '2022-01-31';
const { view } = parseView(new URLSearchParams('peildatum=2020-06-30'), today);
const library = (name: string): LibraryStanding => ({
	id: 1,
	slug: 'bibliotheek-venlo',
	name,
	shortName: 'Venlo',
	province: { code: 'PV31', slug: 'limburg', name: 'Limburg' },
	supportInstitute: { slug: 'cubiss', name: 'Cubiss' },
	cohort: 'kopgroep_2019',
	mainTown: null,
	facts: {
		realised: 3,
		accessible: 2,
		temporarilyClosed: 1,
		onlineOnly: 0,
		earliestPlanOn: null,
		withdrawn: 0,
		libraryProvision: 'served'
	},
	// One of the three stands outside a library.
	locations: { open: 2, accessible: 1, temporarilyClosed: 1, outsideLibrary: 1 },
	status: 'realised',
	done: 9,
	applicable: 14,
	firstPlanOn: '2019-07-01',
	planOn: null,
	forecastOn: null,
	openedOn: '2019-07-01',
	lastLookOn: '2020-06-01'
});
const csv = (name: string) =>
	listCsv(
		{ list: 'libraries', page: { rows: [library(name)], total: 1, page: 1, pageCount: 1 } },
		{ said: new Map(), factDay: '2020-06-30' },
		aboutList({ view, today, demoData: true }),
		{ format: 'rfc4180' }
	);

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('a list as CSV', () => {
	it('starts with the names of the columns, without preamble, and has CRLF at the end of lines', () => {
		const [head, row, end] = csv('Bibliotheek Venlo').split('\r\n');
		expect(head).toMatch(/^bibliotheek,adres_dossier,provincie,poi,groep,status,/);
		expect(row).toMatch(
			/^Bibliotheek Venlo,\/bibliotheken\/bibliotheek-venlo,Limburg,Cubiss,kopgroep_2019,gerealiseerd,2,1,1,0,1,/
		);
		expect(row).toContain(',2020-06-30,2022-01-31,');
		expect(end).toBe('');
	});

	it.each(['=1+1', '+31', '-2', '@SUM(A1)', '\tx'])('does not run %j as a formula', (name) => {
		expect(csv(name).split('\r\n')[1]).toMatch(/^"?'/);
	});

	it('quotes what would break a row', () => {
		expect(csv('De "Bieb", Zaan\nstreek')).toContain('"De ""Bieb"", Zaan\nstreek"');
	});
});

describe('a part of the map in an address', () => {
	it('is four degrees and a zoom within what makes sense', () => {
		expect(readBounds(new URLSearchParams('kader=5,51,6,52&zoom=40'))).toEqual({
			bounds: { west: 5, south: 51, east: 6, north: 52 },
			zoom: 18
		});
	});

	it.each([
		'',
		'kader=5,51,6&zoom=9',
		'kader=5,51,6,52',
		'kader=a,b,c,d&zoom=9',
		'kader=5,51,6,52,7&zoom=9'
	])('%j is none', (address) => {
		expect(readBounds(new URLSearchParams(address))).toBeNull();
	});
});

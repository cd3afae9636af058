import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageAnswer } from '#lib/figures/coverage/coverage-answer.ts';
import { headlineAnswer } from '#lib/network/standing/headline-answer.ts';
import { progressAnswer } from '#lib/figures/progress/answer.ts';
import { figuresAnswer } from '#lib/base/charts/figure-answer.ts';
import { workbookHref } from '#lib/base/charts/table-files.ts';
import { withoutApostrophes, workbookRows } from '#tests/factories/workbook-rows.ts';
import { startApp, type AppProcess } from './app-process.ts';
import type { DataFolder } from './data-folder.ts';
import { makeFilledDataFolder } from './filled-folder.ts';
import {
	disagreements,
	factsOf,
	findNumber,
	legendOf,
	textOf,
	tilesOf,
	type Reading
} from './read-figures.ts';

let folder: DataFolder;
let app: AppProcess;

beforeAll(async () => {
	folder = await makeFilledDataFolder();
	app = await startApp({ dataDir: folder.path });
}, 300_000);
afterAll(() => folder.remove());

const ADDRESSES = [
	...['', 'peildatum=2019-07-01', 'peildatum=2020-12-31', 'peildatum=2021-01-28'],
	...['peildatum=2021-12-31', 'peildatum=2022-07-01', 'peildatum=2021-06-30&bekendOp=2021-07-15'],
	...['provincie=zuid-holland', 'provincie=limburg&peildatum=2021-06-30'],
	...['poi=cubiss', 'cohort=kopgroep_2019&peildatum=2020-12-31', 'zoek=venlo'],
	'provincie=flevoland&peildatum=2020-12-31'
];
const OPEN = ['gerealiseerd', 'tijdelijk-dicht', 'nu-alleen-online'];

async function get(path: string): Promise<string> {
	const response = await fetch(app.url + path);
	expect([path, response.status]).toEqual([path, 200]);
	return await response.text();
}
const getJson = async (path: string): Promise<unknown> => JSON.parse(await get(path));
const getCsv = async (path: string) =>
	parse(await get(path), { bom: true, columns: true }) as Record<string, string>[];

type Told = Record<string, number | null>;
const sumOf = (rows: readonly Record<string, string>[], column: string) =>
	rows.reduce((sum, row) => sum + Number(row[column]), 0);
const countOf = (rows: readonly Record<string, string>[], statuses: readonly string[]) =>
	rows.filter(({ status }) => statuses.includes(status ?? '')).length;

/** The tiles of the home page and of the progress page, in either language. */
function ofTiles(html: string): Told {
	const [organisations, locations, municipalities] = [
		...[/^(Bibliotheekorganisaties|Library organisations)$/, /^(Locaties|Locations)$/],
		/^(Gemeenten|Municipalities)$/
	].map((label) => [...tilesOf(html)].find(([name]) => label.test(name))?.[1]);
	return {
		'organisations open': organisations?.value ?? null,
		'organisations that exist': organisations?.total ?? null,
		'organisations planned': organisations?.planned ?? null,
		'locations open': locations?.value ?? null,
		'locations planned': locations?.planned ?? null,
		'municipalities covered': municipalities?.value ?? null,
		'municipalities that exist': municipalities?.total ?? null
	};
}

function ofHome(html: string): Told {
	const sentence = textOf(/id="sentence"[^>]*>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '');
	const [areas, points] = [legendOf(html, 'areas'), legendOf(html, 'points')];
	const ofPoints = (label: string) => points.get(label) ?? 0;
	const overdue = findNumber(sentence, /In ([\d.]+) van die gemeenten/);
	return {
		...ofTiles(html),
		'open outside a library': tilesOf(html).get('Locaties')?.outside ?? null,
		'locations temporarily closed':
			findNumber(sentence, /([\d.]+) van de [\d.]+ locaties \w+ tijdelijk dicht/) ?? 0,
		'locations online for now':
			findNumber(sentence, /([\d.]+) van de [\d.]+ locaties \w+ (?:nu )?alleen online/) ?? 0,
		'white spots':
			findNumber(sentence, /([\d.]+) gemeenten? (?:had|heeft|hebben)\w* nog geen/) ?? 0,
		...(overdue === null ? {} : { 'white spots overdue': overdue }),
		'white spots overdue in the legend': areas.get('Planning verlopen') ?? null,
		'points accessible': ofPoints('Gerealiseerd en toegankelijk'),
		'points temporarily closed': ofPoints('Tijdelijk dicht'),
		'points online for now': ofPoints('Geopend, nu alleen online'),
		'points overdue': ofPoints('Planning verlopen')
	};
}

function ofStanding(answer: unknown): Told {
	const { organisaties, locaties, gemeenten, inwoners, witteVlekken } =
		headlineAnswer.parse(answer);
	return {
		'organisations open': organisaties.open,
		'organisations that exist': organisaties.totaal,
		// A tile says that nothing is planned in words.
		'organisations planned': organisaties.gepland || null,
		'locations open': locaties.open,
		'locations planned': locaties.gepland || null,
		'locations accessible': locaties.toegankelijk,
		'locations temporarily closed': locaties.tijdelijkDicht,
		'locations online for now': locaties.nuAlleenOnline,
		'open outside a library': locaties.buitenBibliotheek,
		'municipalities covered': gemeenten.gedekt,
		'municipalities that exist': gemeenten.totaal,
		'inhabitants covered': inwoners.gedekt,
		'white spots': witteVlekken.totaal,
		'white spots overdue': witteVlekken.planningVerlopen,
		'white spots overdue in the legend': witteVlekken.planningVerlopen
	};
}

function ofProgress(answer: unknown): Told {
	const told = new Map(progressAnswer.parse(answer).kerncijfers.map((row) => [row.telling, row]));
	return {
		'organisations open': told.get('organisaties')!.gerealiseerd,
		'organisations that exist': told.get('organisaties')!.totaal,
		'organisations planned': told.get('organisaties')!.oorspronkelijkePlanning || null,
		'locations open': told.get('locaties')!.gerealiseerd,
		'locations planned': told.get('locaties')!.oorspronkelijkePlanning || null,
		'municipalities covered': told.get('gemeenten')!.gerealiseerd,
		'municipalities that exist': told.get('gemeenten')!.totaal,
		'inhabitants covered': told.get('inwoners')!.gerealiseerd
	};
}

function ofCoverage(answer: unknown): Told {
	const { witteVlekken, maten } = coverageAnswer.parse(answer);
	const group = witteVlekken.groepen.find(({ groep }) => groep === 'planning-verlopen');
	return {
		'white spots': witteVlekken.gemeenten.length,
		'white spots overdue': group?.gemeenten ?? 0,
		'municipalities covered': maten.find(({ maat }) => maat === 'gemeenten')!.gedekt,
		'inhabitants covered': maten.find(({ maat }) => maat === 'inwoners')!.gedekt,
		'organisations open': maten.find(({ maat }) => maat === 'organisaties')!.gedekt
	};
}

function ofComparison(answer: unknown): Told {
	const rows = figuresAnswer.parse(answer).figuren.kerncijfers!.rijen;
	const after = (figure: RegExp) =>
		Number(rows.find(({ cijfer }) => figure.test(String(cijfer)))!.daarna);
	return {
		'locations open': after(/^Locaties open/),
		'locations accessible': after(/^Locaties toegankelijk/),
		'open outside a library': after(/buiten een bibliotheek/),
		'organisations open': after(/organisaties/),
		'municipalities covered': after(/^Gemeenten met/),
		'white spots': after(/^Witte vlekken/)
	};
}

/** The rows of one figure of an answer. */
const rowsOf = (answer: unknown, figure: string) =>
	figuresAnswer.parse(answer).figuren[figure]!.rijen;
const sumOfRows = (rows: readonly Record<string, unknown>[], column: string) =>
	rows.reduce((sum, row) => sum + Number(row[column]), 0);

/** Pages that list every library, each with a row; the kopgroep stands beside all others. */
async function ofLibraries(at: (path: string) => string): Promise<[string, Told][]> {
	const looks = await getJson(at('/api/v1/laatst-bekeken'));
	const networks = await getJson(at('/api/v1/netwerk'));
	return [
		[
			'/api/v1/laatst-bekeken',
			{ 'organisations that exist': sumOfRows(rowsOf(looks, 'provincie'), 'bibliotheken') }
		],
		[
			'/api/v1/laatst-bekeken, its rows',
			{ 'organisations that exist': rowsOf(looks, 'bibliotheken').length }
		],
		[
			'/api/v1/netwerk',
			{ 'organisations that exist': sumOfRows(rowsOf(networks, 'provincies'), 'bibliotheken') }
		]
	];
}

/** Amounts in whole cents, so that sums of them are exact. */
const cents = (value: unknown) => Math.round(Number(value) * 100);

/** What subsidy comes to in each year, and for how many libraries, wherever it is told. */
async function ofSubsidy(at: (path: string, more?: string) => string): Promise<[string, Told][]> {
	const answer = await getJson(at('/api/v1/subsidie'));
	const page = textOf(await get(at('/subsidie')));
	const listed = await getCsv(at('/subsidie/berekening.csv', 'scheiding=komma'));
	const years = await getCsv(at('/subsidie/jaren.csv', 'scheiding=komma'));
	const ofYears = (rows: readonly Record<string, unknown>[]): Told =>
		Object.fromEntries(
			rows.flatMap((row) => [
				[`subsidy of ${String(row.jaar)} in cents`, cents(row.berekend)],
				[`libraries with subsidy of ${String(row.jaar)}`, Number(row.bibliotheken)]
			])
		);
	const ever = 'libraries with subsidy in any year';
	const groups = ['provincies', 'poi', 'cohorten'].map((kind): [string, Told] => {
		const rows = rowsOf(answer, kind);
		const ofYear = ({ jaar }: Record<string, string>): [string, number] => [
			`subsidy of ${jaar} in cents`,
			rows.reduce((sum, row) => sum + cents(row[`berekend_${jaar}`] ?? 0), 0)
		];
		const libraries = sumOfRows(rows, 'bibliotheken_in_deze_jaren');
		return [
			`/api/v1/subsidie ${kind}`,
			{
				...Object.fromEntries(years.map(ofYear)),
				...(rows.length > 0 ? { [ever]: libraries } : {})
			}
		];
	});
	const [, year, count] = /Voor (\d{4}) komt .*? voor ([\d.]+) bibliothe/.exec(page) ?? [];
	// The sentence is there whenever there is a year to tell of.
	expect(year !== undefined).toBe(years.length > 0);
	const paid = new Set(
		listed.filter(({ berekend }) => berekend).map(({ bibliotheek }) => bibliotheek)
	);
	return [
		['/api/v1/subsidie', ofYears(rowsOf(answer, 'jaren'))],
		['/subsidie/jaren.csv', ofYears(years)],
		...groups,
		[
			'/subsidie',
			{
				...(year && count
					? { [`libraries with subsidy of ${year}`]: Number(count.replace('.', '')) }
					: {}),
				...(year ? { [ever]: findNumber(page, /([\d.]+) bibliothe(?:ek\.|ken, op naam)/) } : {})
			}
		],
		['/subsidie/berekening.csv', paid.size > 0 ? { [ever]: paid.size } : {}]
	];
}

/** What stands opposite the subsidy of a whole year, as the pages show it and as the file has it. */
async function ofBought(at: (path: string, more?: string) => string): Promise<[string, Told][]> {
	const rows = await getCsv(at('/subsidie/tegenover.csv', 'scheiding=komma'));
	const row = (label: RegExp) => rows.find(({ voor }) => label.test(voor ?? ''));
	const [location, inhabitant] = [row(/^Gerealiseerde locatie/), row(/^Inwoner/)];
	const shown = (page: string): Told => ({
		'locations open': findNumber(page, /Gerealiseerde locatie \d{4} ([\d.]+)/),
		'inhabitants covered': findNumber(page, /met een informatiepunt \d{4} ([\d.]+)/)
	});
	return [
		[
			'/subsidie/tegenover.csv',
			{
				'locations open': location ? Number(location.aantal) : null,
				'inhabitants covered': inhabitant ? Number(inhabitant.aantal) : null,
				...(location
					? { [`subsidy of ${location.jaar} in cents`]: cents(location.berekend_bedrag) }
					: {})
			}
		],
		['/subsidie, opposite', shown(textOf(await get(at('/subsidie'))))],
		['/voortgang, opposite', shown(textOf(await get(at('/voortgang'))))]
	];
}

/** The head of the briefing of a province, which has its name in the path. */
function ofBriefing(html: string): Told {
	const begin = html.indexOf('id="kerncijfers"');
	const table = textOf(html.slice(begin, html.indexOf('</table>', begin)));
	const cells = (label: string) =>
		new RegExp(`${label} ([\\d.,]+) \\([^)]*\\) ([\\d.,]+)`).exec(table) ?? [];
	const number = (text: string | undefined) => findNumber(text ?? '', /([\d.,]+)/);
	const [, organisations, allOrganisations] = cells(
		'(?:Bibliotheekorganisaties|Library organisations)'
	);
	const [, municipalities, allMunicipalities] = cells('(?:Gemeenten|Municipalities)');
	return {
		'locations open': findNumber(table, /(?:Locaties|Locations) ([\d.,]+)/),
		'organisations open': number(organisations),
		'organisations that exist': number(allOrganisations),
		'municipalities covered': number(municipalities),
		'municipalities that exist': number(allMunicipalities)
	};
}

/** The kopgroep and the rest are the whole country, whatever is filtered. */
function ofVanguard(answer: unknown): Told {
	const rows = rowsOf(answer, 'naast-de-rest');
	return {
		'organisations that exist': sumOfRows(rows, 'bibliotheken'),
		'organisations open': sumOfRows(rows, 'open'),
		'locations open': sumOfRows(rows, 'locaties')
	};
}

/** A column of a list has the figure of its name, wherever the filters choose the same points. */
function ofLocations(rows: readonly Record<string, string>[]): Told {
	return {
		'locations open': sumOf(rows, 'locaties'),
		'locations accessible': sumOf(rows, 'locaties_toegankelijk'),
		'locations temporarily closed': sumOf(rows, 'locaties_tijdelijk_dicht'),
		'locations online for now': sumOf(rows, 'locaties_nu_alleen_online'),
		'open outside a library': sumOf(rows, 'punten_buiten_bibliotheek')
	};
}

const ofPoints = (statuses: readonly string[]): Told => {
	const count = (status: string) => statuses.filter((one) => one === status).length;
	return {
		'points accessible': count('gerealiseerd'),
		'points temporarily closed': count('tijdelijk-dicht'),
		'points online for now': count('nu-alleen-online'),
		'points overdue': count('planning-verlopen')
	};
};

async function readEverything(address: string): Promise<Reading[]> {
	const at = (path: string, more = '') => `${path}?${[address, more].filter(Boolean).join('&')}`;
	const list = (kind: string) => getCsv(at('/kaart.csv', `weergave=${kind}&scheiding=komma`));
	const [municipalities, libraries, points] = [
		await list('gemeenten'),
		await list('bibliotheken'),
		await list('locaties')
	];
	const geo = (await getJson(at('/kaart.geojson'))) as {
		features: { properties: Record<string, string | number> }[];
	};
	const areas = geo.features.filter(({ properties }) => properties.soort === 'gemeente');
	const marks = geo.features.filter(({ properties }) => properties.soort === 'informatiepunt');
	const filters = new URLSearchParams(address);
	const samePoints = !['poi', 'cohort', 'zoek'].some((name) => filters.has(name));
	const home = await get(at('/'));
	const english = await get(at('/en/'));
	const told: [source: string, Told][] = [
		['/', ofHome(home)],
		['/en/', ofTiles(english)],
		['/voortgang', ofTiles(await get(at('/voortgang')))],
		['/api/v1/stand', ofStanding(await getJson(at('/api/v1/stand')))],
		['/api/v1/voortgang', ofProgress(await getJson(at('/api/v1/voortgang')))],
		['/api/v1/dekking', ofCoverage(await getJson(at('/api/v1/dekking')))],
		['/api/v1/vergelijken', ofComparison(await getJson(at('/api/v1/vergelijken')))],
		[
			'/kaart.csv gemeenten',
			{
				'municipalities that exist': municipalities.length,
				'municipalities covered': countOf(municipalities, OPEN),
				'white spots overdue': countOf(municipalities, ['planning-verlopen']),
				...(samePoints ? ofLocations(municipalities) : {})
			}
		],
		[
			'/kaart.csv bibliotheken',
			{
				'organisations that exist': libraries.length,
				'organisations open': countOf(libraries, OPEN),
				...(samePoints && !filters.has('provincie') ? ofLocations(libraries) : {})
			}
		],
		['/kaart.csv locaties', ofPoints(points.map(({ status }) => status ?? ''))],
		[
			'/kaart.geojson',
			{
				'municipalities that exist': areas.length,
				...(samePoints
					? {
							'locations open': areas.reduce(
								(sum, { properties }) => sum + Number(properties.locaties),
								0
							)
						}
					: {}),
				...ofPoints(marks.map(({ properties }) => String(properties.status)))
			}
		],
		[
			'/dekking/gemeenten.csv',
			{ 'white spots': (await getCsv(at('/dekking/gemeenten.csv', 'scheiding=komma'))).length }
		]
	];
	told.push(...(await ofLibraries(at)), ...(await ofSubsidy(at)), ...(await ofBought(at)));
	if (![...filters.keys()].some((name) => ['provincie', 'poi', 'cohort', 'zoek'].includes(name))) {
		told.push(['/api/v1/kopgroep', ofVanguard(await getJson(at('/api/v1/kopgroep')))]);
	}
	if (filters.has('provincie')) {
		for (const base of ['', '/en']) {
			const path = `${base}/provincies/${filters.get('provincie')}/briefing`;
			const briefing = ofBriefing(await get(at(path)));
			expect([path, Object.values(briefing).includes(null)]).toEqual([path, false]);
			told.push([path, briefing]);
		}
		const facts = factsOf(await get(at(`/provincies/${filters.get('provincie')}`)));
		told.push([
			'/provincies',
			{
				'locations open': facts.get('Locaties open')?.value ?? null,
				'open outside a library': facts.get('Locaties open')?.outside ?? null,
				'white spots': facts.get('Witte vlekken')?.value ?? null
			}
		]);
	}
	return told.flatMap(([source, figures]) =>
		Object.entries(figures).flatMap(([name, value]) =>
			value === null ? [] : [{ name, source, value }]
		)
	);
}

describe('a figure has one value, whoever tells it', () => {
	it.each(ADDRESSES)(
		'at "%s"',
		async (address) => {
			const readings = await readEverything(address);
			expect(disagreements(readings)).toEqual([]);
			// Every name was read from several places, and one other number would be found out.
			const counts = Map.groupBy(readings, ({ name }) => name);
			for (const name of ['locations open', 'municipalities covered', 'organisations open'])
				expect([name, counts.get(name)!.length >= 6]).toEqual([name, true]);
			for (const [at, reading] of readings.entries()) {
				if (counts.get(reading.name)!.length < 2) continue;
				const changed = readings.with(at, { ...reading, value: reading.value + 1 });
				expect(disagreements(changed)).toHaveLength(1);
			}
		},
		120_000
	);

	it.each(['2021-12-31', '2022-01-31'])(
		'in a list and in the dossier behind it, on %s',
		async (day) => {
			const list = (kind: string) =>
				getCsv(`/kaart.csv?weergave=${kind}&peildatum=${day}&scheiding=komma`);
			const rows = [
				...(await list('bibliotheken')).map((row) => ({ path: row.adres_dossier!, row })),
				...(await list('gemeenten')).map((row) => ({ path: `/gemeenten/${row.gemeentecode}`, row }))
			];
			// What has points outside a library, and a few others.
			const chosen = rows.filter(
				({ row }, at) => Number(row.punten_buiten_bibliotheek) > 0 || at % 60 === 0
			);
			expect(chosen.length).toBeGreaterThan(8);
			for (const { path, row } of chosen) {
				const open = factsOf(await get(`${path}?peildatum=${day}`)).get('Locaties open');
				expect([path, open?.value, open?.outside]).toEqual([
					...[path, Number(row.locaties), Number(row.punten_buiten_bibliotheek)]
				]);
			}
		},
		120_000
	);
});

describe('where somebody can go', () => {
	it.each(['Kampen', 'Giethoorn', 'Ameland'])(
		'is the same on the page, in its files and in the API, for %s',
		async (place) => {
			for (const day of ['2021-06-30', '2022-01-31']) {
				const asked = `plaats=${place}&peildatum=${day}`;
				const rows = await getCsv(`/waar-terecht/punten.csv?${asked}&scheiding=komma`);
				const named = rows.map(({ id, afstand_km }) => [Number(id), Number(afstand_km)]);
				const answer = rowsOf(await getJson(`/api/v1/waar-terecht?${asked}`), 'punten');
				expect(answer.map(({ id, afstand_km }) => [id, afstand_km])).toEqual(named);
				const page = await get(`/waar-terecht?${asked}`);
				const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
				const linked = [...main.matchAll(/href="\/informatiepunten\/(\d+)/g)].map(([, id]) =>
					Number(id)
				);
				expect([place, day, linked]).toEqual([place, day, named.map(([id]) => id)]);
				expect(named.length).toBeGreaterThan(0);
			}
		},
		60_000
	);
});

describe('every page with a CSV has the same table as a workbook beside it', () => {
	const PAGES = [
		...['/', '/voortgang', '/voortgang/meldtijd', '/voortgang/laatst-bekeken', '/vertraging'],
		...['/prognose', '/vergelijken', '/cijfers-naast-elkaar', '/vragen', '/dekking?open=GM0344'],
		'/dekking?peildatum=2021-06-30',
		'/nieuwe-locaties'
	];
	/** A forecast may still have to be made. */
	const bytesOf = async (path: string) => {
		let answer = new Response();
		await expect
			.poll(async () => (answer = await fetch(app.url + path)).status, { timeout: 60_000 })
			.toBe(200);
		return new Uint8Array(await answer.arrayBuffer());
	};

	it.each(PAGES)(
		'%s',
		async (page) => {
			const html = (await get(page)).replaceAll('&amp;', '&');
			const links = [...html.matchAll(/href="([^"]+\.(?:csv|xlsx)[^"]*)"/g)].map(
				([, href]) => href!
			);
			const tables = new Set(links.filter((href) => /\.csv(\?|$)/.test(href)));
			expect(tables.size).toBeGreaterThan(0);
			for (const table of tables) {
				expect(links).toContain(workbookHref(table));
				const comma = `${table}${table.includes('?') ? '&' : '?'}scheiding=komma`;
				const csv = parse(Buffer.from(await bytesOf(comma))) as string[][];
				const rows = await workbookRows(await bytesOf(workbookHref(table)));
				const width = rows[0]!.length;
				expect(rows).toEqual(withoutApostrophes(csv.map((row) => row.slice(0, width))));
			}
		},
		120_000
	);

	it('except where there is no such table', async () => {
		for (const path of ['/dekking/niets.xlsx', '/dekking/maten.xls', '/kaart.csv.xlsx'])
			expect([path, (await fetch(app.url + path)).status]).toEqual([path, 404]);
	});
});

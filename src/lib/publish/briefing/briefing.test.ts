import { beforeEach, describe, expect, it } from 'vitest';
import type { Bought } from '#lib/figures/subsidy/types.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { briefing, whiteSpotOf } from '#tests/factories/briefing.ts';
import { briefingDocument } from './document.ts';
import { signed } from './figures-table.ts';
import { mailHtml } from './mail-html.ts';
import { mailText } from './mail-text.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const ORIGIN = 'https://ido.example.nl';

describe('the briefing in words', () => {
	it('has the headline figures with their differences and the forecast', () => {
		const { figures } = briefingDocument(briefing);
		expect(figures.columns.map(({ label }) => label).slice(7, 9)).toEqual([
			'Sinds 31 mrt 2021',
			'Sinds 30 jun 2020'
		]);
		expect(figures.rows.map(({ cells }) => cells)).toEqual([
			['Locaties', '6', '–', '2', '10 jan 2022', 'later', '5', '0', '+5'],
			['Bibliotheekorganisaties', '4 (100%)', '4', '0', 'al zover', 'al zover', '3', '0', '+3'],
			['Gemeenten', '5 (50%)', '10', '0', 'al zover', 'al zover', '–', '0', '+4'],
			['Inwoners', '200.000 (50%)', '400.000', '0', 'al zover', 'al zover', '–', '0', '+160.000']
		]);
		expect(signed(-3, 'locations')).toBe('−3');
	});

	it('says what nothing is planned for before any day, and never that all is there then', () => {
		const measures = {
			...briefing.forecast!.measures,
			organisations: { now: 3, total: 4, reachable: 3, mostOn: null, complete: null },
			municipalities: {
				...{ now: 5, total: 10, reachable: 8 },
				mostOn: null,
				complete: { likelyOn: '2022-01-10', sureOn: null }
			}
		};
		const document = briefingDocument({
			...briefing,
			forecast: { ...briefing.forecast!, measures }
		});
		const { rows, summary } = document.figures;
		expect(summary).toBe(
			'Met wat nu gepland is, wordt het niet compleet. Nog niet gepland: 1 bibliotheekorganisatie en 2 gemeenten. De dagen hieronder gelden alleen voor wat wel gepland is.'
		);
		const [first, days] = [summary, '10 jan 2022'].map((said) =>
			mailText(document, ORIGIN).indexOf(said)
		);
		expect(first).toBeGreaterThan(0);
		expect(first).toBeLessThan(days!);
		// Where all is planned nothing of it is said.
		expect(briefingDocument(briefing).figures.summary).toBe('');
		expect(rows[1]!.cells.slice(3, 6)).toEqual(['1', '–', '–']);
		expect(rows[2]!.cells.slice(3, 6)).toEqual(['2', '10 jan 2022', 'later']);
	});

	it('reads each list out, of one and of many, and says what is left out', () => {
		const [behind, white, next] = briefingDocument(briefing).lists;
		expect(behind?.summary).toBe('9 mijlpalen zijn achter, bij 3 bibliotheken.');
		expect(behind?.rest).toBe('En nog 2 andere.');
		expect(white?.summary).toBe('1 gemeente heeft nog geen open punt. Daar wonen 27.843 mensen.');
		expect(white?.rest).toBeNull();
		expect(next?.summary).toBe('Vanaf 30 juni 2021 is 1 opening gepland.');
		expect(next?.rows[0]?.cells[2]).toBe('1 aug 2021, verwacht 1 sep 2021');
		const other = briefingDocument({
			...briefing,
			behind: { ...briefing.behind, total: 1, milestones: 1 },
			whiteSpots: { ...briefing.whiteSpots, total: 2 },
			next: { rows: [], total: 0 }
		}).lists;
		expect(other.map(({ summary }) => summary)).toEqual([
			'1 mijlpaal is achter, bij 1 bibliotheek.',
			'2 gemeenten hebben nog geen open punt. Daar wonen samen 27.843 mensen.',
			'Vanaf 30 juni 2021 is er geen opening gepland.'
		]);
		expect(other[1]?.rest).toBe('En nog 1 andere.');
	});

	it('says of each white spot whether its plan is on hold, long past or expected later', () => {
		const overdue = { status: 'plan_overdue', planOn: '2021-06-01' } as const;
		const rows = [
			whiteSpotOf('A', 9, overdue),
			whiteSpotOf('B', 8, { ...overdue, planOn: '2020-09-01' }),
			whiteSpotOf('C', 7, { ...overdue, said: { expectedOn: '2021-09-01' } }),
			whiteSpotOf('D', 6, { ...overdue, said: { heldSince: '2021-05-10' } }),
			whiteSpotOf('E', 5, { said: { heldSince: '2021-05-10' } }),
			whiteSpotOf('F', 4)
		];
		const { lists } = briefingDocument({
			...briefing,
			whiteSpots: { rows, total: 6, inhabitants: 39 }
		});
		expect(lists[1]?.rows.map(({ cells }) => cells[2])).toEqual([
			'Planning verlopen: 1 jun 2021',
			'Planning van 1 sep 2020 is al 9 maanden voorbij, zonder nieuwe planning',
			'Planning van 1 jun 2021 verlopen, verwacht op 1 sep 2021',
			'Gepauzeerd sinds 10 mei 2021, planning van 1 jun 2021 verlopen',
			'Gepauzeerd sinds 10 mei 2021, gepland op 1 aug 2021',
			'Gepland op 1 aug 2021'
		]);
	});

	it('says what to know of the figures, and when there is no forecast', () => {
		const { notes, demo, dates } = briefingDocument(briefing);
		expect(dates).toBe('Situatie op 30 juni 2021, zoals bekend op 15 juli 2021.');
		expect(notes).toHaveLength(3);
		expect(notes[1]).toContain('de laatste 2 dagen');
		expect(demo).toBe('Met verzonnen voorbeeldgegevens.');
		const without = { ...briefing, forecast: null };
		expect(briefingDocument(without).notes[0]).toMatch(/^Er is op deze dag geen prognose/);
		const busy = briefingDocument({ ...without, computing: true });
		expect(busy.notes[0]).toMatch(/^De prognose was nog niet klaar/);
		expect(busy.figures.rows[0]?.cells.slice(4, 6)).toEqual(['–', '–']);
	});
});

describe('what there is for the subsidy', () => {
	const said =
		'Subsidie voor 2021, berekend: €\u00a0300.000. Dat is €\u00a050.000 per gerealiseerde locatie, €\u00a01,50 per inwoner van een gemeente met een informatiepunt.';

	it('stands in page and mail, with the page that explains it and where it comes from', () => {
		const document = briefingDocument(briefing);
		expect(document.money).toEqual({
			sentence: said,
			href: '/subsidie?peildatum=2021-06-30&bekendOp=2021-07-15&provincie=fryslan#tegenover'
		});
		expect(document.source).toMatch(/; subsidie: regelingen en CBS$/);
		expect(document.definitions.at(-1)?.anchor).toBe('subsidie');
		expect(mailText(document, ORIGIN)).toContain(said);
		expect(mailHtml(document, { origin: ORIGIN, mapCid: null, mapAlt: '' })).toContain(
			`${ORIGIN}/subsidie?peildatum=2021-06-30&amp;bekendOp=2021-07-15&amp;provincie=fryslan#tegenover`
		);
	});

	it('says when there is nothing to divide by, and of how many libraries the hours are', () => {
		const short = (more: Partial<Bought>) =>
			briefingDocument({ ...briefing, bought: { ...briefing.bought!, ...more } }).money?.sentence;
		expect(short({ locations: 0, covered: 0 })).toMatch(
			/Dat is nog nergens door te delen: er is geen gerealiseerde locatie\.$/
		);
		// 10 hours a week for 52 weeks: 520 for € 1.352.
		expect(short({ hours: { libraries: 1, minutesPerWeek: 600, cents: 1_352_00 } })).toMatch(
			/, €\u00a02,60 per openingsuur \(1 bibliotheek met alle uren bekend\)\.$/
		);
	});

	it('is left out where nothing can be computed', () => {
		const document = briefingDocument({ ...briefing, bought: null });
		expect(document.money).toBeNull();
		expect(mailText(document, ORIGIN)).not.toMatch(/subsidie/i);
	});
});

describe('the mail', () => {
	it('says in plain text what the page says, with both dates in its address', () => {
		const text = mailText(briefingDocument(briefing), ORIGIN);
		expect(text).toContain(
			'- Bibliotheek A & B: mijlpalen achter 2, langst achter IDO geopend voor publiek, nu gepland op 1 aug 2021, dagen achter 60, reden Corona of lockdown\nEn nog 2 andere.'
		);
		expect(text).toContain('- Achtkarspelen: inwoners 27.843, status Gepland op 1 aug 2021');
		expect(text).toContain(`- Locaties: ${ORIGIN}/definities#locaties`);
		expect(text).toContain(
			`${ORIGIN}/provincies/fryslan/briefing?peildatum=2021-06-30&bekendOp=2021-07-15`
		);
		expect(text).not.toMatch(/[<>]{1}\/|style=/);
	});

	it('has in its HTML every cell, escaped, and whole addresses only', () => {
		const document = briefingDocument(briefing);
		const html = mailHtml(document, { origin: ORIGIN, mapCid: 'kaart', mapAlt: 'Kaart "Fryslân"' });
		expect(html).toContain('Bibliotheek A &amp; B');
		expect(html).toContain('Bibliotheek &lt;Buitenpost&gt;');
		expect(html).toContain('alt="Kaart &quot;Fryslân&quot;"');
		expect(html).toContain('src="cid:kaart"');
		const cells = [document.figures, ...document.lists].flatMap(({ rows }) =>
			rows.flatMap((row) => row.cells)
		);
		const plain = html.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
		expect(cells.filter((cell) => !plain.includes(`>${cell}<`))).toEqual([]);
		const addresses = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
		expect(addresses.length).toBeGreaterThan(10);
		expect(addresses.filter((href) => !href?.startsWith(`${ORIGIN}/`))).toEqual([]);
		expect(html).not.toMatch(/<script|<style|class=/);
	});

	it('speaks English, and leaves the map out when there is none', () => {
		overwriteGetLocale(() => 'en');
		const document = briefingDocument(briefing);
		const html = mailHtml(document, { origin: ORIGIN, mapCid: null, mapAlt: '' });
		expect(html).toContain('<html lang="en">');
		expect(html).not.toContain('<img');
		expect(mailText(document, ORIGIN)).toContain('9 milestones are behind, at 3 libraries.');
	});
});

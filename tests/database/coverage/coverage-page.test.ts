import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageAnswer, toCoverageAnswer } from '#lib/figures/coverage/coverage-answer.ts';
import { coverageFiles } from '#lib/figures/coverage/coverage-files.ts';
import { MEASURES } from '#lib/figures/coverage/measure-figure.ts';
import { coveragePage } from '#lib/server/figures/coverage/page.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { readView } from '#lib/server/figures/page/read-view.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

const read = (address = '') => coveragePage.read(database.db, new URLSearchParams(address));

async function headlineOf(address: string) {
	const { db } = database;
	const { where } = await readView(db, new URLSearchParams(address), await readToday(db));
	return readHeadline(db, where);
}

describe('coverage with nothing ticked', () => {
	for (const address of [
		'',
		'peildatum=2019-07-01',
		'peildatum=2020-12-31&bekendOp=2020-12-31',
		'peildatum=2021-06-24&provincie=fryslan',
		'peildatum=2021-12-31&cohort=uitrol_2021',
		'peildatum=2022-06-30'
	]) {
		it(`is the headline of the same dates: ${address || 'today'}`, async () => {
			const [{ coverage }, headline] = await Promise.all([read(address), headlineOf(address)]);
			const { figures, whiteSpots, next, whatIf, curve } = coverage;
			expect(whatIf).toBeNull();
			expect(figures.organisations).toEqual({
				covered: headline.organisations.open,
				total: headline.organisations.total
			});
			expect(figures.municipalities).toEqual(headline.municipalities);
			expect(figures.inhabitants).toMatchObject({
				covered: headline.inhabitants.covered,
				total: headline.inhabitants.total
			});
			expect(coverage.countedOn).toBe(headline.inhabitants.populationReferenceDate);
			expect(whiteSpots).toHaveLength(
				headline.municipalities.total - headline.municipalities.covered
			);
			for (const [status, count] of Object.entries(headline.whiteSpots))
				expect(whiteSpots.filter((spot) => spot.status === status)).toHaveLength(count);
			expect(next.now).toBe(headline.inhabitants.covered);
			expect(curve.at(-1)?.covered).toBe(headline.inhabitants.covered);
			expect(figures.workArea.covered).toBeGreaterThanOrEqual(0);
			expect(figures.workArea.covered).toBeLessThanOrEqual(figures.workArea.total);
		});
	}

	it('counts the fifteen organisations of 1 July 2019', async () => {
		const { coverage } = await read('peildatum=2019-07-01');
		expect(coverage.figures.organisations.covered).toBe(15);
		expect(coverage.points.open).toBe(15);
	});
});

describe('a what-if', () => {
	const day = 'peildatum=2020-12-31';

	it('moves the figures, and the facts stay what they are', async () => {
		const { coverage: fact } = await read(day);
		const best = fact.next.openings[0]!;
		const { coverage, notices } = await read(`${day}&open=${best.candidate.id}`);
		expect(notices).toEqual([]);
		expect(coverage.figures).toEqual(fact.figures);
		expect(coverage.next).toEqual(fact.next);
		expect(coverage.whatIf?.figures.inhabitants.covered).toBe(
			fact.figures.inhabitants.covered + best.added
		);
		const supposed = coverage.whiteSpots.filter((spot) => spot.supposed);
		expect(supposed.map(({ code }) => code)).toEqual([best.candidate.municipality.code]);
	});

	it('is never stored', async () => {
		const count = () =>
			database.db
				.selectFrom('event')
				.select(({ fn }) => fn.countAll().as('n'))
				.execute();
		const before = await count();
		await read(`${day}&open=GM0003&open=GM0363`);
		expect(await count()).toEqual(before);
	});

	it('tells what is open already or is not there', async () => {
		const { coverage, notices } = await read(`${day}&open=999999999&open=GM9999&open=nee`);
		expect(coverage.whatIf).toBeNull();
		expect(notices.map(({ parameter, problem }) => [parameter, problem])).toEqual([
			['open', 'not_a_place'],
			['open', 'unknown_place'],
			['open', 'unknown_place']
		]);
	});
});

describe('the same numbers', () => {
	it('stand in chart, table, CSV and API, also in a what-if', async () => {
		const { coverage } = await read('peildatum=2021-06-30&straal=5&open=GM0344&open=GM0014');
		const answer = coverageAnswer
			.strict()
			.parse(toCoverageAnswer(coverage, { dataVersion: 1, origin: 'https://ido.example.nl' }));
		const table = (name: string) =>
			coverageFiles.find((file) => file.name === name)!.of(coverage).table.rows;

		const parts = answer.maten.map(({ gedekt, totaal, watAlsGedekt }) => [
			...[gedekt, totaal, gedekt / totaal],
			...(watAlsGedekt === null ? [] : [watAlsGedekt, watAlsGedekt / totaal])
		]);
		expect(table('maten').map((row) => row.slice(1))).toEqual(parts);
		expect(answer.maten.map(({ maat }) => maat)).toEqual(MEASURES.map(({ word }) => word));

		const groups = answer.witteVlekken.groepen.map((group) => [
			...[group.gemeenten, group.inwoners],
			...(group.watAls ? [group.watAls.gemeenten, group.watAls.inwoners] : [])
		]);
		expect(
			table('witte-vlekken').map(([, municipalities, people, , ...whatIf]) => {
				return [municipalities, people, ...whatIf];
			})
		).toEqual(groups);
		expect(table('gemeenten').map(([name, code]) => [name, code])).toEqual(
			answer.witteVlekken.gemeenten.map(({ naam, code }) => [naam, code])
		);

		const added = table('volgende-opening')
			.slice(1)
			.map((row) => [row[2], row[3]]);
		const told = answer.volgendeOpening.openingen.map(({ erbij, gedekt }) => [erbij, gedekt]);
		expect(added.filter(([plus]) => plus !== null)).toEqual(told);

		expect(table('verloop').map(([day, covered]) => [day, covered])).toEqual(
			answer.verloop.map(({ dag, gedekt }) => [dag, gedekt])
		);
		expect(table('afstand').map((row) => [row[0], row[2]])).toEqual(
			answer.afstand.map(({ gebied, gemiddeldKm }) => [gebied, gemiddeldKm])
		);
	});
});

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseView } from '#lib/base/selection/view.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { costFigure, leadSentence, perInhabitant, togetherOf } from './figures.ts';
import { readSheet, SHEET_AMOUNTS, sumSheet, type Sheet } from './sheet.ts';
import { sizeOf, SIZES } from './size.ts';
import { statementsBy } from './statements.ts';
import type { CostRow, OperatingModel, ShownCosts } from './types.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const shown = (change: Partial<ShownCosts> = {}): ShownCosts => ({
	...{ libraries: 5, inhabitants: 100_000, subsidyCents: 1_000_000, totalCents: 2_000_500 },
	amounts: { personeel: 2_000_000, inrichting: 0, ict: 0, marketing: 0, scholing: 0, overig: 500 },
	...change
});
const row = (size: CostRow['size'], of: ShownCosts | null): CostRow => ({
	...{ year: 2021, size, kind: 'werkelijk', shown: of }
});
const model = (rows: CostRow[]): OperatingModel => ({
	view: parseView(new URLSearchParams(), '2022-01-31').view,
	...{ today: '2022-01-31', day: '2022-01-31', demoData: false, least: 5, rows, variants: [] }
});

describe('costs of classes', () => {
	it('together leave out what is hidden', () => {
		const all = togetherOf([row('klein', shown()), row('midden', null), row('groot', shown())])!;
		expect(all).toMatchObject({ libraries: 10, inhabitants: 200_000, subsidyCents: 2_000_000 });
		expect(all.amounts?.overig).toBe(1000);
		expect(togetherOf([row('klein', null)])).toBeNull();
	});

	it('are told in words, small beside large', () => {
		const rows = [
			row('klein', shown({ inhabitants: 50_000 })),
			row('midden', null),
			row('groot', shown({ subsidyCents: 500 }))
		];
		expect(leadSentence(model(rows)).replaceAll('\u00a0', ' ')).toBe(
			'In 2021 gaven 10 bibliotheken samen € 40.010 uit aan hun informatiepunten. De berekende subsidie voor deze bibliotheken was dat jaar € 10.005. Kleine bibliotheken gaven per inwoner € 0,40 uit, grote € 0,20.'
		);
		expect(leadSentence(model([row('klein', null)]))).toMatch(/ten minste 5 bibliotheken/);
	});

	it('of a hidden class are in no cell', () => {
		const { table } = costFigure(model(SIZES.map((size) => row(size, null))));
		for (const cells of table.rows) {
			expect(cells.slice(3, -1).every((cell) => cell === null)).toBe(true);
			expect(cells.at(-1)).toBe('verborgen: minder dan 5 bibliotheken');
		}
	});

	it('show a total without its categories where one of them is of too few', () => {
		const rows = [row('klein', shown({ amounts: null })), row('midden', shown())];
		const { table } = costFigure(model(rows));
		const [klein, midden, all] = table.rows.map((cells) => cells.slice(4, 11));
		expect(klein).toEqual([null, null, null, null, null, null, 20_005]);
		expect(midden).toEqual([20_000, 0, 0, 0, 0, 5, 20_005]);
		// Less what is shown of the others, the sum would tell the category.
		expect(all).toEqual([null, null, null, null, null, null, 40_010]);
		expect(table.rows[0]?.at(-1)).toMatch(/een soort is van minder dan 5 bibliotheken/);
	});

	it.each<[number, string]>([
		[0, 'klein'],
		[49_999, 'klein'],
		[50_000, 'midden'],
		[149_999, 'midden'],
		[150_000, 'groot']
	])('are by inhabitants: %s is %s', (inhabitants, size) => {
		expect(sizeOf(inhabitants)).toBe(size);
	});

	it('divide by nobody without a number', () => {
		expect(perInhabitant(shown({ inhabitants: 0 }))).toBeNull();
	});
});

describe('what was said of the money', () => {
	it('is told from its day on', () => {
		const on = (day: string) => statementsBy(day).filter(({ saidOn }) => saidOn !== null).length;
		expect([on('2021-10-28'), on('2021-10-29'), on('2022-01-31'), on('2023-01-01')]).toEqual([
			...[0, 1, 2, 3]
		]);
	});
});

describe('the sheet', () => {
	const RATES = [
		{ scheme: 'di', name: 'Digitale inclusie', year: 2021, cents: 8 },
		{ scheme: 'bd', name: 'Belastingdienst', year: 2021, cents: 2 },
		{ scheme: 'di', name: 'Digitale inclusie', year: 2022, cents: 83 }
	];
	const read = (values: Record<string, string>) =>
		readSheet((name) => ({ year: '2021', ...values })[name] ?? '', [2021, 2022]);

	it('adds up what somebody fills in, with the subsidy of that year', () => {
		const { sheet } = read({
			...{ inhabitants: '100.000', points: '2', hours: '7,5', weeks: '50', hourly: '40,10' },
			...{ furnishing: '10000', furnishingYears: '3', ict: '500', municipality: '5000' }
		});
		const sums = sumSheet(sheet!, RATES);
		// 2 × 7.5 × 50 = 750 hours at € 40,10; € 10.000 over three years.
		expect(sums.costs.slice(0, 3).map(({ cents }) => cents)).toEqual([3_007_500, 333_333, 50_000]);
		expect(sums.income.map(({ cents }) => cents)).toEqual([800_000, 200_000, 500_000, 0]);
		expect(sums).toMatchObject({ totalCents: 3_390_833, incomeCents: 1_500_000 });
		expect(sums).toMatchObject({
			leftCents: -1_890_833,
			perHourCents: 4521,
			perInhabitantCents: 34
		});
	});

	it.each<[Record<string, string>, string[]]>([
		[{ year: '20199' }, ['year']],
		[{ inhabitants: '-3' }, ['inhabitants']],
		[{ inhabitants: '20000001' }, ['inhabitants']],
		[{ hours: '169' }, ['hours']],
		[{ hours: '168,01' }, ['hours']],
		[{ hours: 'zeven' }, ['hours']],
		[{ weeks: '54', furnishingYears: '0' }, ['weeks', 'furnishingYears']],
		[{ hourly: '-12', ict: 'x', income: '1e9' }, ['hourly', 'ict', 'income']]
	])('refuses %j at %j', (values, fields) => {
		expect(Object.keys(read(values).errors ?? {})).toEqual(fields);
	});

	it('counts what is left empty as nothing', () => {
		const sums = sumSheet(read({}).sheet!, RATES);
		expect(sums).toMatchObject({ totalCents: 0, incomeCents: 0, leftCents: 0, perHourCents: null });
	});

	it('always adds up, in whole cents', () => {
		const money = fc.integer({ min: 0, max: 10_000_000_000 });
		const sheets = fc.record({
			...{ year: fc.constantFrom(2021, 2022), inhabitants: fc.nat(20_000_000) },
			...{ points: fc.nat(500), hours: fc.nat(16_800), weeks: fc.nat(53), hourly: money },
			...{ furnishing: money, furnishingYears: fc.integer({ min: 1, max: 50 }) },
			...Object.fromEntries(SHEET_AMOUNTS.map((name) => [name, money]))
		}) as fc.Arbitrary<Sheet>;
		fc.assert(
			fc.property(sheets, (sheet) => {
				const sums = sumSheet(sheet, RATES);
				const of = (list: readonly { cents: number }[]) =>
					list.reduce((total, { cents }) => total + cents, 0);
				expect(sums.totalCents).toBe(of(sums.costs));
				expect(sums.incomeCents).toBe(of(sums.income));
				expect(sums.leftCents).toBe(sums.incomeCents - sums.totalCents);
				expect(sums.costs.every(({ cents }) => Number.isInteger(cents) && cents >= 0)).toBe(true);
			})
		);
	});

	it('never breaks on what is typed', () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom('hours', 'hourly', 'inhabitants', 'weeks'), fc.string()),
				(typed) => {
					const { sheet, errors } = read(typed);
					expect((sheet === undefined) !== (errors === undefined)).toBe(true);
				}
			)
		);
	});
});

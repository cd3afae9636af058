import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '#lib/base/day/day.ts';
import {
	reportingDelayAnswer,
	toReportingDelayAnswer
} from '#lib/figures/reporting-delay/answer.ts';
import { lateFiles } from '#lib/figures/reporting-delay/figure-files.ts';
import { instituteFigure } from '#lib/figures/reporting-delay/institute-figure.ts';
import { together } from '#lib/figures/reporting-delay/mark.ts';
import { reportDays, type ReportedEvent } from '#lib/figures/reporting-delay/report.ts';
import { measuredPeriod } from '#lib/figures/reporting-delay/reporting-delay.ts';
import { spreadFigure } from '#lib/figures/reporting-delay/spread-figure.ts';
import { figureCsv } from '#lib/server/base/charts/figure-csv.ts';
import {
	findFirstRecordedOn,
	listDelayCounts
} from '#lib/server/figures/reporting-delay/list-delay-counts.ts';
import { reportingDelayPage } from '#lib/server/figures/reporting-delay/page.ts';
import { readReportingTimes } from '#lib/server/figures/reporting-delay/read-reporting-delay.ts';
import {
	appendEvents,
	ledgerEventColumns,
	type NewEvent
} from '#lib/server/ledger/event/append.ts';
import { NO_FILTERS, type Filters } from '#lib/base/selection/filters.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { pointOf, type Subject } from '#lib/ledger/subject/subject.ts';

const TODAY: Day = '2022-01-31';
const AUTHOR = { id: 'test', organisation: 'Rijnbrink' };
const whereOn = (validOn: Day, knownOn: Day | null = null, filters: Filters = NO_FILTERS) => ({
	asOf: { validOn, knownOn },
	today: TODAY,
	filters
});

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

async function readOpenings() {
	const { rows } = await sql<ReportedEvent & { subject: Subject }>`
		select ${ledgerEventColumns}, event.date_precision,
			coalesce(batch.kind in ('seed', 'import'), false) as bulk
		from event left join event_batch batch on batch.id = event.batch_id
		where event.milestone_code = 'opening' and event.information_point_id is not null`.execute(
		database.db
	);
	return [...Map.groupBy(rows, (row) => row.subject.id).values()];
}

/** Points that ever closed: an opening after that is refused by the ledger, whoever records it. */
async function listEverClosed() {
	const closures = await database.db
		.selectFrom('event')
		.select('informationPointId')
		.where('kind', 'in', ['temporarily_closed', 'permanently_closed'])
		.execute();
	return closures.map(({ informationPointId }) => informationPointId ?? 0);
}

/** The same point by point from the ledger. */
async function plainly(validOn: Day, knownOn: Day) {
	const period = measuredPeriod(validOn, knownOn, await findFirstRecordedOn(database.db));
	const days = new Map<number, number>();
	for (const events of await readOpenings()) {
		const found = reportDays(events, validOn, knownOn);
		if (!found || !period) continue;
		if (found.happenedOn < period.from || found.happenedOn > period.to) continue;
		days.set(found.days, (days.get(found.days) ?? 0) + 1);
	}
	return [...days].map(([key, count]) => ({ days: key, count })).sort((a, b) => a.days - b.days);
}

describe.each([
	'',
	'peildatum=2021-06-30&bekendOp=2021-07-15',
	'provincie=limburg',
	'zoek=bestaat-niet'
])('/voortgang/meldtijd?%s', (address) => {
	it('says the same in chart, table, CSV and API', async () => {
		const params = new URLSearchParams(address);
		const { late, supportInstitutes } = await reportingDelayPage.read(database.db, params);
		const origin = 'https://ido.example.nl';
		const answer = toReportingDelayAnswer(late, { dataVersion: 1, origin });
		const csvOf = (name: string) => {
			const file = lateFiles.find((one) => one.name === name);
			if (!file) throw new Error(name);
			const context = viewContext(late, supportInstitutes);
			const text = figureCsv({
				...file.of(late),
				context,
				url: new URL('/x.csv?scheiding=komma', origin)
			});
			return parse(text, { bom: true, columns: true }) as Record<string, string>[];
		};
		const institutes = answer.perPoi.map((row) => ({
			poi: row.naam,
			openingen: String(row.openingen),
			mediaan_dagen: String(row.mediaanDagen ?? ''),
			negentig_procent_dagen: String(row.negentigProcentDagen ?? ''),
			onvolledig_vanaf: row.onvolledigVanaf ?? ''
		}));
		expect(csvOf('meldtijd')).toMatchObject(institutes);
		const bars = instituteFigure(late).panels[0]?.chart;
		const measured = answer.perPoi.filter((row) => row.negentigProcentDagen !== null);
		expect(bars?.series).toMatchObject([
			{ values: measured.map((row) => row.mediaanDagen) },
			{ values: measured.map((row) => row.negentigProcentDagen) }
		]);
		expect(csvOf('verdeling')).toMatchObject(
			answer.verdeling.map((row) => ({ dagen: String(row.dagen), gemeld: String(row.gemeld) }))
		);
		const line = spreadFigure(late).panels[0]?.chart;
		const points = line?.kind === 'line' ? line.series[0]?.points : [];
		expect(points).toEqual(
			expect.arrayContaining(answer.verdeling.map((row) => ({ x: row.dagen, y: row.deel })))
		);
		expect(reportingDelayAnswer.parse(answer)).toEqual(answer);
	});
});

describe('reporting delays of the seeded story', () => {
	it.each([
		['2022-01-31', null],
		['2021-06-30', null],
		['2021-06-30', '2021-06-30'],
		['2020-12-31', '2021-03-01'],
		['2022-06-30', null]
	] as const)('on %s as known on %s are those of a walk over the ledger', async (day, known) => {
		const { counts } = await readReportingTimes(database.db, whereOn(day, known));
		expect(together(counts)).toEqual(await plainly(day, known ?? TODAY));
		expect(counts.length).toBeGreaterThan(0);
	});

	it('mark the last weeks, and nothing of a day long ago', async () => {
		const { mark } = await readReportingTimes(database.db, whereOn(TODAY));
		expect(mark.from).toBe(addDays(TODAY, 1 - (mark.delay.usual ?? 0)));
		const before = await readReportingTimes(database.db, whereOn('2020-12-31'));
		expect(before.mark.from).toBeNull();
		expect(before.mark.delay.usual).not.toBeNull();
	});

	it('of a selection with too few openings are those of the country', async () => {
		const filters = { ...NO_FILTERS, search: 'Venlo' };
		const { mark } = await readReportingTimes(database.db, whereOn(TODAY, null, filters));
		const country = await readReportingTimes(database.db, whereOn(TODAY));
		expect(mark).toEqual({ ...country.mark, ofCountry: true });
	});

	it('of a province and of the others are together those of the country', async () => {
		const filters = { ...NO_FILTERS, province: 'fryslan' };
		const { counts } = await readReportingTimes(database.db, whereOn(TODAY, null, filters));
		const all = await readReportingTimes(database.db, whereOn(TODAY));
		expect(counts.map(({ count: _, ...row }) => row)).toEqual(
			all.counts.map(({ count: _, ...row }) => row)
		);
		const institutes = counts.filter(({ count }) => count > 0).map(({ institute }) => institute);
		expect(new Set(institutes)).toEqual(new Set(['fers']));
	});

	it('as known on K never change by what is recorded after K', async () => {
		const known = whereOn('2021-12-31', '2021-12-31');
		const first = await readReportingTimes(database.db, known);
		const now = await readReportingTimes(database.db, whereOn(TODAY));
		const closed = new Set(await listEverClosed());
		const points = (await readOpenings())
			.map(([event]) => event?.subject.id ?? 0)
			.filter((point) => !closed.has(point));
		const anyReport = fc.record({
			pick: fc.nat(),
			daysAgo: fc.integer({ min: 1, max: 400 }),
			kind: fc.constantFrom('achieved', 'on_hold', 'planned' as const)
		});
		await fc.assert(
			fc.asyncProperty(fc.array(anyReport, { minLength: 1, maxLength: 10 }), async (reports) => {
				const events = reports.map(({ pick, daysAgo, kind }): NewEvent => ({
					subject: pointOf(points[pick % points.length] ?? 0),
					milestoneCode: 'opening',
					kind,
					effectiveOn: addDays(TODAY, -daysAgo),
					targetOn: kind === 'planned' ? TODAY : null
				}));
				await database.db.transaction().execute((trx) => appendEvents(trx, AUTHOR, events));
				expect(await readReportingTimes(database.db, known)).toEqual(first);
			}),
			{ numRuns: 20 }
		);
		expect(await readReportingTimes(database.db, whereOn(TODAY))).not.toEqual(now);
	});

	it('leave out what was loaded in bulk', async () => {
		const period = { from: '2021-03-01', to: '2021-03-31' };
		const sum = async () =>
			(await listDelayCounts(database.db, whereOn(TODAY), period)).reduce(
				(total, { count }) => total + count,
				0
			);
		const waiting = await database.db
			.selectFrom('informationPointState')
			.select('informationPointId')
			.where('openedOn', 'is', null)
			.where('knownTo', '=', 'infinity')
			.where('validTo', '=', 'infinity')
			.orderBy('informationPointId', 'desc')
			.limit(2)
			.execute();
		const record = async (kind: 'import' | 'form', informationPointId = 0) => {
			const { rows } = await sql<{ id: number }>`
				insert into event_batch (kind, label, created_by) values (${kind}, 'test', 'test')
				returning id`.execute(database.ownerDb);
			const event: NewEvent = {
				subject: pointOf(informationPointId),
				milestoneCode: 'opening',
				kind: 'achieved',
				effectiveOn: '2021-03-15'
			};
			await database.db
				.transaction()
				.execute((trx) => appendEvents(trx, AUTHOR, [event], rows[0]?.id ?? null));
		};
		const before = await sum();
		await record('import', waiting[0]?.informationPointId);
		expect(await sum()).toBe(before);
		await record('form', waiting[1]?.informationPointId);
		expect(await sum()).toBe(before + 1);
	});
});

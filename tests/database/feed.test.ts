import ICAL from 'ical.js';
import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { listNews, type NewsScope } from '#lib/server/ledger/change/queries.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import { listOpenings } from '#lib/server/publish/feed/list-openings.ts';
import { makeCalendar } from '#lib/server/publish/feed/make-calendar.ts';
import { makeNews } from '#lib/server/publish/feed/make-news.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';
const url = new URL('https://ido.example.nl/openingen.ics');

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());
beforeEach(() => overwriteGetLocale(() => 'nl'));

const record = (...events: NewEvent[]) =>
	database.db
		.transaction()
		.execute((trx) => appendEvents(trx, { id: 'test', organisation: 'Cubiss' }, events));

async function readCalendar(filters: Partial<typeof NO_FILTERS> = {}) {
	const openings = await listOpenings(database.db, { ...NO_FILTERS, ...filters }, TODAY);
	const text = makeCalendar({ name: 'Openingen', openings, demoData: true, url });
	const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
	const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
	const statusOf = (event: ICAL.Event) => String(event.component.getFirstPropertyValue('status'));
	return { text, openings, events: events.map((event) => ({ event, status: statusOf(event) })) };
}

/** What the calendar says of one point. */
async function eventOf(id: number) {
	const { events } = await readCalendar();
	const found = events.filter(({ event }) => event.uid === `opening-${id}@ido.example.nl`);
	expect(found.length).toBeLessThanOrEqual(1);
	return (
		found[0] && [found[0].status, found[0].event.startDate.toString(), found[0].event.sequence]
	);
}

/** The points that are awaited on (today, today), in the libraries or municipalities of a place. */
const awaitedPoints = () =>
	database.db
		.selectFrom('informationPointState as state')
		.innerJoin('library', 'library.id', 'state.libraryId')
		.innerJoin('supportInstitute', 'supportInstitute.id', 'library.supportInstituteId')
		.innerJoin('municipality', 'municipality.code', 'state.municipalityCode')
		.innerJoin('province', 'province.code', 'municipality.provinceCode')
		.select([
			'state.informationPointId as id',
			'state.awaitedOn',
			'supportInstitute.slug as institute',
			'province.slug as province'
		])
		.where('state.awaitedOn', 'is not', null)
		.where('state.validFrom', '<=', TODAY)
		.where('state.validTo', '>', TODAY)
		.where('state.knownTo', '=', 'infinity')
		.execute();

describe('the calendar of openings', () => {
	it('has every awaited point on the day of its plan, for the country and for each part', async () => {
		const awaited = await awaitedPoints();
		expect(awaited.length).toBeGreaterThan(50);
		const daysOf = ({ events }: Awaited<ReturnType<typeof readCalendar>>) =>
			events
				.filter(({ status }) => status === 'TENTATIVE')
				.map(({ event }) => `${event.uid.match(/\d+/)![0]} ${event.startDate.toString()}`)
				.sort();
		const expected = (rows: typeof awaited) =>
			rows.map(({ id, awaitedOn }) => `${id} ${awaitedOn}`).sort();
		expect(daysOf(await readCalendar())).toEqual(expected(awaited));
		for (const slug of ['limburg', 'zuid-holland']) {
			expect(daysOf(await readCalendar({ province: slug }))).toEqual(
				expected(awaited.filter(({ province }) => province === slug))
			);
		}
		expect(daysOf(await readCalendar({ supportInstitute: 'cubiss' }))).toEqual(
			expected(awaited.filter(({ institute }) => institute === 'cubiss'))
		);
	});

	it('gives the same bytes again, also after somebody said that it is still right', async () => {
		const before = await readCalendar();
		const [point] = await awaitedPoints();
		await record({
			...{ subject: pointOf(point!.id), milestoneCode: 'record' },
			...{ kind: 'confirmed', effectiveOn: TODAY }
		});
		expect((await readCalendar()).text).toBe(before.text);
	});

	it('follows a plan that moves, is withdrawn and comes back', async () => {
		const { id, awaitedOn } = (await awaitedPoints())[3]!;
		const about = { subject: pointOf(id), milestoneCode: 'opening', effectiveOn: TODAY };
		const [, , sequence] = (await eventOf(id))! as [string, string, number];
		expect(await eventOf(id)).toEqual(['TENTATIVE', awaitedOn, sequence]);
		await record({ ...about, kind: 'planned', targetOn: '2022-11-11' });
		expect(await eventOf(id)).toEqual(['TENTATIVE', '2022-11-11', sequence + 1]);
		await record({ ...about, kind: 'plan_withdrawn' });
		expect(await eventOf(id)).toEqual(['CANCELLED', '2022-11-11', sequence + 2]);
		await record({ ...about, kind: 'planned', targetOn: '2022-12-12' });
		expect(await eventOf(id)).toEqual(['TENTATIVE', '2022-12-12', sequence + 3]);
		await record({ ...about, kind: 'achieved' });
		expect(await eventOf(id)).toEqual(['CONFIRMED', TODAY, sequence + 4]);
	});

	it('calls off a plan that was a mistake, of a point that then has nothing left', async () => {
		const { id } = (await awaitedPoints())[5]!;
		const events = await database.db
			.selectFrom('event')
			.select(['id', 'kind'])
			.where('informationPointId', '=', id)
			.where('milestoneCode', '=', 'opening')
			.where('kind', 'in', ['planned', 'forecast', 'on_hold', 'resumed'])
			.execute();
		await record(
			...events.map((event): NewEvent => ({
				...{ subject: pointOf(id), milestoneCode: 'opening', kind: 'undone' },
				...{ effectiveOn: TODAY, correctsEventId: event.id }
			}))
		);
		expect((await eventOf(id))?.[0]).toBe('CANCELLED');
	});
});

describe('news', () => {
	const readNews = async (scope: NewsScope, before: number | null = null) => {
		const { entries, next } = await listNews(database.db, scope, { limit: 20, before });
		const text = makeNews({
			...{ title: 'Nieuws', entries, next, pageHref: '/volgen', demoData: true },
			url: new URL('https://ido.example.nl/nieuws.atom')
		});
		return { feed: parseAtomFeed(text), entries, next };
	};

	it('is about the openings and closures of locations, the last recorded first, without persons', async () => {
		const { feed, entries } = await readNews('country');
		expect(feed.entries).toHaveLength(20);
		expect(new Set(entries.map(({ subject }) => subject.level))).toEqual(
			new Set(['information_point'])
		);
		expect(entries.some(({ kind }) => kind === 'confirmed')).toBe(false);
		expect(entries.every(({ person, note }) => person === null && note === null)).toBe(true);
		const moments = entries.map(({ recordedAt }) => recordedAt);
		expect(moments).toEqual(moments.toSorted().reverse());
		expect(new Set(feed.entries!.map(({ id }) => id)).size).toBe(20);
	});

	it('goes on where a page ends, to the first thing that was ever recorded', async () => {
		const library = await database.db
			.selectFrom('informationPointPeriod')
			.innerJoin('event', 'event.informationPointId', 'informationPointPeriod.informationPointId')
			.select(['informationPointPeriod.libraryId as id'])
			.where('event.milestoneCode', '=', 'opening')
			.groupBy('informationPointPeriod.libraryId')
			.orderBy(({ fn }) => fn.countAll(), 'desc')
			.executeTakeFirstOrThrow();
		const ids: number[] = [];
		let next: number | null = null;
		do {
			const page: Awaited<ReturnType<typeof readNews>> = await readNews(
				libraryOf(library.id),
				next
			);
			ids.push(...page.entries.map(({ id }) => id));
			next = page.next;
		} while (next !== null);
		const { rows } = await database.db
			.selectFrom('event')
			.innerJoin('informationPointPeriod as period', (join) =>
				join
					.onRef('period.informationPointId', '=', 'event.informationPointId')
					.on('period.libraryId', '=', library.id)
			)
			.select('event.id')
			.distinct()
			.where('event.milestoneCode', 'in', ['opening', 'operation'])
			.where('event.kind', '<>', 'confirmed')
			.execute()
			.then((found) => ({ rows: found.map(({ id }) => id) }));
		expect(ids.length).toBeGreaterThan(20);
		expect(ids.toSorted((a, b) => a - b)).toEqual(rows.toSorted((a, b) => a - b));
	});

	it('of a province and of a POI is of their libraries', async () => {
		const slugsOf = async (scope: NewsScope, column: 'provinceCode' | 'supportInstituteId') => {
			const { entries } = await readNews(scope);
			const points = entries.flatMap(({ subject }) => ('id' in subject ? [subject.id] : []));
			const rows = await database.db
				.selectFrom('informationPointPeriod as period')
				.innerJoin('library', 'library.id', 'period.libraryId')
				.select(`library.${column} as value`)
				.where('period.informationPointId', 'in', points)
				.where('period.validTo', '=', 'infinity')
				.execute();
			return [...new Set(rows.map(({ value }) => value))];
		};
		expect(await slugsOf({ provinceCode: 'PV31' }, 'provinceCode')).toEqual(['PV31']);
		expect(await slugsOf({ supportInstituteId: 1 }, 'supportInstituteId')).toEqual([1]);
	});
});

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { together } from '#lib/figures/freshness/groups.ts';
import { freshnessPage } from '#lib/server/figures/freshness/page.ts';
import { countQuality } from '#lib/server/work/data-quality/counts.ts';
import { countUnconfirmed, listUnconfirmed } from '#lib/server/work/data-quality/facts.ts';
import {
	checkSource,
	countSources,
	listSources,
	undoCheck
} from '#lib/server/work/data-quality/sources.ts';
import { readCompleteness } from '#lib/server/work/location/read-completeness.ts';
import { readWeek } from '#lib/server/work/week/read-week.ts';
import { isToBeConfirmed, type Confidence } from '#lib/base/source/confidence.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';

let database: TestDatabase;
let manager: User;
const author = { id: 'manager', organisation: 'KB' };

beforeAll(async () => {
	overwriteGetLocale(() => 'nl');
	database = await createTestDatabase({ seeded: true });
	manager = await insertUser(database.ownerDb, 'programme_manager', null, 'KB');
});
afterAll(() => database.drop());

it('counts what the lists behind it have', async () => {
	const { db } = database;
	const { counts } = await countQuality(db, manager, TODAY);
	const everywhere = { supportInstituteId: null };
	/** How many libraries the list of work has, counted one by one. */
	const listedIn = async (view: 'silent' | 'contradictory') => {
		const listed = new Set<number>();
		for (let page = 1; ; page++) {
			const { libraries } = await readWeek(db, { ...everywhere, view, page }, TODAY);
			const before = listed.size;
			for (const { id } of libraries) listed.add(id);
			if (listed.size === before) return listed.size;
		}
	};
	const [located, { freshness }, facts, gone, never] = await Promise.all([
		readCompleteness(db, everywhere, { withoutPlace: true, page: 1 }, TODAY),
		freshnessPage.read(db, new URLSearchParams()),
		listUnconfirmed(db, { kind: null, page: 1, size: 100_000 }, TODAY),
		listSources(db, { view: 'gaat-niet', page: 1, size: 10_000 }, TODAY),
		listSources(db, { view: 'nooit', page: 1, size: 10_000 }, TODAY)
	]);
	expect(counts).toEqual({
		unconfirmed: facts.length,
		withoutPlace: located.listed,
		contradictory: await listedIn('contradictory'),
		silent: await listedIn('silent'),
		gone: gone.length,
		unchecked: never.length
	});
	// The public page about silent libraries says the same number.
	expect(together(freshness).silent).toBe(counts.silent);
	for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
});

it('lists facts that nobody has confirmed, each kind apart and by pages', async () => {
	const { db } = database;
	const facts = await listUnconfirmed(db, { kind: null, page: 1, size: 100_000 }, TODAY);
	expect(facts.every(({ confidence }) => isToBeConfirmed(confidence as Confidence))).toBe(true);
	const kinds = await countUnconfirmed(db, TODAY);
	const found = Map.groupBy(facts, ({ kind }) => kind);
	expect(kinds.map(({ kind, count }) => [kind, count])).toEqual(
		[...found].map(([kind, own]) => [kind, own.length])
	);
	const [first] = kinds;
	const second = await listUnconfirmed(db, { kind: first!.kind, page: 2, size: 3 }, TODAY);
	expect(second).toEqual(found.get(first!.kind)!.slice(3, 6));
	const { rows } = await sql<{ count: number }>`
		select count(*)::int as count from library
		where support_institute_confidence in ('recalled', 'estimated', 'inferred', 'unknown')
			and active_from <= ${TODAY} and ${TODAY} < active_to`.execute(db);
	expect(found.get('poi')?.length ?? 0).toBe(rows[0]!.count);
});

it('keeps what somebody saw of a source, the last counts, and it can be taken back', async () => {
	const { db } = database;
	const before = await countSources(db, TODAY);
	const sources = await listSources(db, { view: 'nooit', page: 1, size: 1 }, TODAY);
	const { address, facts } = sources[0]!;
	expect(facts).toBeGreaterThan(0);
	expect(await checkSource(db, author, address, 'works', TODAY)).toBe(true);
	expect(await checkSource(db, author, address, 'gone', TODAY)).toBe(true);
	const after = await countSources(db, TODAY);
	expect(after).toEqual({
		'gaat-niet': before['gaat-niet'] + 1,
		nooit: before.nooit - 1,
		alle: before.alle
	});
	const gone = await listSources(db, { view: 'gaat-niet', page: 1, size: 50 }, TODAY);
	const checked = gone.find((one) => one.address === address)!;
	expect(checked).toMatchObject({ verdict: 'gone', checkedOn: TODAY, author: 'KB' });
	expect(await undoCheck(db, author, checked.checkId!)).toBe(true);
	expect(await undoCheck(db, author, checked.checkId!)).toBe(false);
	const all = await listSources(db, { view: 'alle', page: 1, size: 10_000 }, TODAY);
	expect(all.find((one) => one.address === address)).toMatchObject({ verdict: 'works' });
	expect(all).toHaveLength(after.alle);
	expect(await checkSource(db, author, 'https://example.nl/x', 'gone', TODAY)).toBe(false);
	await expect(database.ownerDb.deleteFrom('sourceCheck').execute()).rejects.toThrow(
		/never rewritten/
	);
});

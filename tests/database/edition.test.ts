import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseChecksums, SIGNATURE_FILE, SUMS_FILE } from '#lib/publish/edition/checksums.ts';
import { CONTENT_FILES } from '#lib/publish/edition/files.ts';
import { parseQuarter } from '#lib/base/as-of/quarter.ts';
import { readContent } from '#lib/publish/edition/read-content.ts';
import { parseSignatureText } from '#lib/publish/edition/signature-text.ts';
import { listMilestoneProgress } from '#lib/server/network/standing/milestone-progress.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { listMilestoneCounts } from '#lib/server/publish/edition/list-milestone-counts.ts';
import {
	findEdition,
	findEditionFile,
	findPublicKey,
	listEditionFiles,
	listEditions
} from '#lib/server/publish/edition/queries.ts';
import { settleForecast } from '#lib/server/publish/edition/settle-forecast.ts';
import { Forecasts } from '#lib/server/figures/forecast/forecasts.ts';
import { listPublicKeys, replaceKey } from '#lib/server/publish/edition/keys.ts';
import { findServedFile } from '#lib/server/publish/edition/served-file.ts';
import { prepareEdition } from '#lib/server/publish/edition/service.ts';
import { isSignedBy, sha256 } from '#lib/server/platform/env/signing-key.ts';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import { DUTIES } from '#lib/ledger/milestone/milestone.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { AUTHOR, freeze, newSigningKey, ORIGIN } from '#tests/factories/edition.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';

const TODAY = '2022-01-31';
const key = newSigningKey();
let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	await freeze(database.db, '2020-k2', key, TODAY);
});
afterAll(() => database.drop());

async function textOf(code: string, name: string): Promise<string> {
	const file = await findEditionFile(database.db, parseQuarter(code)?.end ?? '', name);
	if (!file) throw new Error(`${code} has no ${name}`);
	return file.content.toString('utf8');
}

const whereOn = (validOn: string) => ({
	asOf: { validOn, knownOn: null },
	today: TODAY,
	filters: NO_FILTERS
});

describe('a frozen quarter', () => {
	it('says the figures of its day, as the pages do', async () => {
		const { kerncijfers } = readContent(await textOf('2020-k2', 'stand.json'));
		const headline = await readHeadline(database.db, whereOn('2020-06-30'));
		expect(kerncijfers.locaties.open).toBe(headline.locations.open);
		expect(kerncijfers.gemeenten.gedekt).toBe(headline.municipalities.covered);
		expect(kerncijfers.inwoners).toMatchObject({
			gedekt: headline.inhabitants.covered,
			peildatumBevolking: headline.inhabitants.populationReferenceDate
		});
	});

	it('has every file, with the checksums and a signature over these', async () => {
		const edition = await findEdition(database.db, '2020-06-30');
		const files = await listEditionFiles(database.db, edition?.id ?? 0);
		expect(files.map(({ name }) => name).sort()).toEqual(
			[...CONTENT_FILES, SUMS_FILE, SIGNATURE_FILE].sort()
		);
		const sums = await textOf('2020-k2', SUMS_FILE);
		const listed = new Map(parseChecksums(sums)?.map((sum) => [sum.name, sum.sha256]));
		for (const name of CONTENT_FILES)
			expect(sha256(Buffer.from(await textOf('2020-k2', name)))).toBe(listed.get(name));
		const signed = parseSignatureText(await textOf('2020-k2', SIGNATURE_FILE));
		const { publicKey = '' } = (await findPublicKey(database.db)) ?? {};
		expect(isSignedBy(Buffer.from(sums), signed?.signature ?? '', publicKey)).toBe(true);
		expect(signed).toMatchObject({ quarter: '2020-k2', fingerprint: key.fingerprint });
		expect(signed?.signedAt).toBe(edition?.frozenAt);
	});

	it('says that it is made of example data, and never who froze it', async () => {
		for (const name of ['stand.html', 'stand.en.html', 'stand.csv', 'stand.json'])
			expect(await textOf('2020-k2', name)).not.toContain(AUTHOR.id);
		expect(await textOf('2020-k2', 'stand.html')).toContain('Met verzonnen voorbeeldgegevens');
		expect(await textOf('2020-k2', 'stand.en.html')).toContain('With invented example data');
		expect(await textOf('2020-k2', 'stand.csv')).toMatch(/;ja\r\n|,ja\r\n/);
		expect(await textOf('2020-k2', 'stand.json')).toContain('"voorbeeldgegevens": true');
	});

	it('has the numbers of questions under research, also when there are none', async () => {
		const page = await textOf('2020-k2', 'stand.html');
		const research = page.slice(page.indexOf('id="onderdeel-4"'));
		expect(research).toContain('Er is over deze periode geen aantal vragen gepubliceerd.');
		expect(await textOf('2020-k2', 'stand.json')).toContain('"vragen-gepubliceerd"');
	});

	it('is a page that runs nothing and loads nothing', async () => {
		const page = await textOf('2020-k2', 'stand.html');
		expect(page).not.toMatch(/<script|<link|<img|<iframe|style="|undefined|NaN|\[object/);
		expect(page).toMatch(/^<!doctype html>\n<html lang="nl">/);
		const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
		expect(ids).toEqual([...new Set(ids)]);
		const links = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
		expect(links.filter((anchor) => !ids.includes(anchor))).toEqual([]);
	});
});

describe('freezing again', () => {
	it('is refused, and changes nothing', async () => {
		const before = await textOf('2020-k2', SUMS_FILE);
		expect(await freeze(database.db, '2020-k2', key, TODAY)).toEqual({ refused: 'already' });
		expect(await textOf('2020-k2', SUMS_FILE)).toBe(before);
	});

	it('is refused by the database itself', async () => {
		const copy = sql`insert into edition (quarter_end, known_on, demo_data, data_version, key_fingerprint,
				frozen_at, frozen_by, frozen_for)
			select quarter_end, known_on, demo_data, data_version, key_fingerprint, frozen_at, frozen_by, frozen_for
			from edition`;
		await expect(copy.execute(database.db)).rejects.toMatchObject({
			constraint: 'edition_quarter_end_once'
		});
	});

	it('of two at once one succeeds', async () => {
		const outcomes = await Promise.all([
			freeze(database.db, '2019-k3', key, TODAY),
			freeze(database.db, '2019-k3', key, TODAY)
		]);
		expect(outcomes.map(({ refused }) => refused).sort()).toEqual(['already', null]);
	});

	it('with other figures than were seen is refused', async () => {
		const { freezeEdition } = await import('#lib/server/publish/edition/service.ts');
		const quarter = parseQuarter('2021-k1')!;
		const request = {
			quarter,
			knownOn: TODAY,
			seen: 'other',
			origin: ORIGIN,
			readForecast: async () => null
		};
		expect(await freezeEdition(database.db, AUTHOR, request, key)).toEqual({
			refused: 'figures_changed'
		});
		expect(await findEdition(database.db, quarter.end)).toBeUndefined();
	});

	it('with another key than signed before is refused', async () => {
		expect(await freeze(database.db, '2021-k1', newSigningKey(), TODAY)).toEqual({
			refused: 'other_key'
		});
		expect(await findEdition(database.db, '2021-03-31')).toBeUndefined();
	});
});

describe('an edition can not be changed', () => {
	const statements = [
		'update edition set known_on = quarter_end',
		'delete from edition',
		'truncate edition cascade',
		`update edition_file set content = 'x', sha256 = sha256('x')`,
		'delete from edition_file',
		'truncate edition_file',
		`update edition_key set public_key = public_key`,
		'delete from edition_key'
	];

	it.each(statements)('by the application: %s', async (statement) => {
		await expect(sql.raw(statement).execute(database.db)).rejects.toMatchObject({ code: '42501' });
	});

	it.each(statements)('not even by the owner of the tables: %s', async (statement) => {
		await expect(sql.raw(statement).execute(database.ownerDb)).rejects.toMatchObject({
			constraint: 'edition_immutable'
		});
	});

	it('nor get a file afterwards', async () => {
		const add = sql`insert into edition_file (edition_id, name, media_type, content, sha256)
			select id, 'meer.txt', 'text/plain', 'x', sha256('x') from edition`;
		await expect(add.execute(database.db)).rejects.toMatchObject({
			constraint: 'edition_complete'
		});
	});

	it('nor hold a file with another checksum than its own', async () => {
		const add = sql`insert into edition_file (edition_id, name, media_type, content, sha256)
			values (-1, 'x.txt', 'text/plain', 'x', sha256('y'))`;
		await expect(add.execute(database.db)).rejects.toMatchObject({
			constraint: 'edition_file_sha256_is_of_content'
		});
	});

	it.each([
		['edition_quarter_end_is_one', '2020-06-29', '2020-07-01', '2022-01-31'],
		['edition_quarter_is_over', '2021-12-31', '2021-12-31', '2021-12-31'],
		['edition_known_on_within', '2021-09-30', '2022-02-01', '2022-01-31'],
		['edition_known_on_within', '2021-09-30', '2021-09-29', '2022-01-31']
	])('%s: not of %s as known on %s, frozen on %s', async (constraint, end, knownOn, frozenOn) => {
		const add = sql`insert into edition (quarter_end, known_on, demo_data, data_version, key_fingerprint,
				frozen_at, frozen_by, frozen_for)
			values (${end}, ${knownOn}, true, 1, ${key.fingerprint}, ${`${frozenOn} 12:00+01`}, 'x', 'KB')`;
		await expect(add.execute(database.db)).rejects.toMatchObject({ constraint });
	});
});

// Last: these change the ledger.
describe('what is recorded later', () => {
	it('leaves the edition as it is and is told by the next one', async () => {
		const { db } = database;
		const names = [...CONTENT_FILES, SUMS_FILE, SIGNATURE_FILE];
		const read = () => Promise.all(names.map((name) => textOf('2020-k2', name)));
		const before = await read();
		const point = await db
			.selectFrom('informationPointState as stand')
			.innerJoin('library', 'library.id', 'stand.libraryId')
			.select(['stand.informationPointId', 'library.slug'])
			.where('stand.realised', '=', false)
			.where('stand.knownTo', '=', 'infinity')
			.where('stand.validTo', '=', 'infinity')
			.where(({ not, exists, selectFrom }) =>
				not(
					exists(
						selectFrom('informationPointState as open')
							.select('open.libraryId')
							.whereRef('open.libraryId', '=', 'stand.libraryId')
							.where('open.realised', '=', true)
					)
				)
			)
			.orderBy('stand.informationPointId')
			.executeTakeFirstOrThrow();
		await db.transaction().execute((trx) =>
			appendEvents(trx, AUTHOR, [
				{
					subject: pointOf(point.informationPointId),
					milestoneCode: 'opening',
					kind: 'achieved',
					effectiveOn: '2020-06-01'
				}
			])
		);
		expect(await read()).toEqual(before);
		const { previous } = await prepareEdition(db, parseQuarter('2020-k3')!, TODAY);
		expect(previous?.quarter).toBe('2020-k2');
		expect(previous?.changes).toContainEqual(
			expect.objectContaining({
				kind: 'opened',
				slug: point.slug,
				after: expect.objectContaining({ openedOn: '2020-06-01', locations: 1 })
			})
		);
	});

	it('is held on to by a chain: each edition names the checksums of the one before', async () => {
		await freeze(database.db, '2020-k3', key, TODAY);
		const { vorige } = JSON.parse(await textOf('2020-k3', 'stand.json')) as {
			vorige: { kwartaal: string; sha256: string };
		};
		const sums = await textOf('2020-k2', SUMS_FILE);
		expect(vorige).toMatchObject({ kwartaal: '2020-k2', sha256: sha256(Buffer.from(sums)) });
		const ends = (await listEditions(database.db)).map(({ quarterEnd }) => quarterEnd);
		expect(ends).toEqual(['2020-09-30', '2020-06-30', '2019-09-30']);
	});

	it('while a quarter is being frozen does not get in its way', async () => {
		const writing = database.db.transaction().execute((trx) => takeRecordStamp(trx));
		const [outcome] = await Promise.all([freeze(database.db, '2020-k4', key, TODAY), writing]);
		expect(outcome).toEqual({ refused: null });
	});
});

describe('the forecast of the last day of the quarter', () => {
	it('is copied into the edition', async () => {
		const { db } = database;
		const forecasts = new Forecasts(db);
		const forecast = await settleForecast(
			forecasts,
			{ day: '2020-03-31', knownOn: TODAY },
			TODAY,
			1
		);
		await forecasts.stop();
		expect(forecast?.day).toBe('2020-03-31');
		await freeze(db, '2020-k1', key, TODAY, forecast);
		const { onderdelen } = JSON.parse(await textOf('2020-k1', 'stand.json')) as {
			onderdelen: { figuren: { id: string; rijen: unknown[] }[] }[];
		};
		const figure = onderdelen.flatMap(({ figuren }) => figuren).find(({ id }) => id === 'prognose');
		expect(figure?.rijen).toHaveLength(forecast?.fan.length ?? 0);
		expect(await textOf('2020-k1', 'stand.html')).toContain('rekenmodel versie');
	});
});

describe('another key', () => {
	it('signs after it was put in place, and editions signed before keep theirs', async () => {
		const { db } = database;
		const next = newSigningKey();
		expect(await replaceKey(db, next)).toBe(true);
		expect(await freeze(db, '2021-k2', key, TODAY)).toEqual({ refused: 'other_key' });
		expect(await freeze(db, '2021-k2', next, TODAY)).toEqual({ refused: null });
		const keyOf = async (end: string) =>
			Buffer.from((await findServedFile(db, end, 'sleutel.pem'))?.content ?? []).toString();
		expect(await keyOf('2021-06-30')).toBe(next.publicKey);
		expect(await keyOf('2020-06-30')).toBe(key.publicKey);
		expect(await replaceKey(db, key)).toBe(false);
		const known = (await listPublicKeys(db)).map(({ fingerprint }) => fingerprint);
		expect(known).toEqual([next.fingerprint, key.fingerprint]);
	});
});

it('milestones counted one by one add up to the milestones done of all libraries', async () => {
	for (const day of ['2019-12-31', '2021-03-31', TODAY]) {
		const counts = await listMilestoneCounts(database.db, whereOn(day));
		const duties: readonly string[] = DUTIES.map(({ code }) => code);
		const steps = counts.filter(({ milestone }) => !duties.includes(milestone));
		const all = await listMilestoneProgress(database.db, whereOn(day));
		const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
		expect(sum(steps.map(({ done }) => done))).toBe(sum(all.map(({ done }) => done)));
		expect(sum(steps.map(({ applicable }) => applicable))).toBe(
			sum(all.map(({ applicable }) => applicable))
		);
	}
});

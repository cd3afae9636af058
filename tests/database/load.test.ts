import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { dayInAmsterdam } from '#lib/base/day/day.ts';
import { readDelimited } from '#lib/base/spreadsheet/read-delimited.ts';
import type { Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { listHistory } from '#lib/server/ledger/change/queries.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { appendEvents, rebuildMilestoneState } from '#lib/server/ledger/event/append.ts';
import { applyLoad, readLoadPlan, undoLoad } from '#lib/server/work/load/apply-load.ts';
import { readLoadPreview } from '#lib/server/work/load/read-preview.ts';
import { findLoad, saveLoadAnswers, type LoadUpload } from '#lib/server/work/load/queries.ts';
import { findUpload, keepUpload, listUploads } from '#lib/server/work/workbook/queries.ts';
import type { RecordingDay } from '#lib/work/load/types.ts';
import { seedReference } from '#seeds/seed.ts';
import { firstFile, type FirstFile } from '#tests/factories/first-file.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = dayInAmsterdam(new Date());
const LIBRARY = 'Bibliotheek Deventer';

let database: TestDatabase;
let manager: User;

beforeAll(async () => {
	database = await createTestDatabase();
	await seedReference(database.ownerDb);
	manager = {
		...{ id: 'manager', name: 'Petra', email: 'p@example.nl', role: 'programme_manager' },
		...{ supportInstituteId: null, organisation: 'KB' }
	};
});
afterAll(() => database.drop());
beforeEach(() => overwriteGetLocale(() => 'nl'));

async function send(
	file: FirstFile,
	recording: RecordingDay = 'today',
	order: LoadUpload['order'] = null
): Promise<LoadUpload> {
	const tables = firstFile(file);
	const id = await keepUpload(database.db, manager, { name: 'start.xlsx', tables, kind: 'load' });
	if (recording === 'file' || order !== null) {
		await saveLoadAnswers(database.db, manager, id, { recording, order });
	}
	return (await findLoad(database.db, manager, id))!;
}

const judge = async (file: FirstFile, recording?: RecordingDay) =>
	(await readLoadPlan(database.db, await send(file, recording), TODAY)).rows.map(
		({ row, fate, changes }) => ({
			fate,
			said: [...row.remarks.map(({ text }) => text), ...changes].join(' | ')
		})
	);

async function load(file: FirstFile, recording?: RecordingDay): Promise<LoadUpload> {
	const upload = await send(file, recording);
	expect(await applyLoad(database.db, manager, upload, TODAY)).toEqual({ outcome: 'applied' });
	return (await findLoad(database.db, manager, upload.id))!;
}

async function factsOf(name: string) {
	const { rows } = await sql<{ said: string }>`
		select concat_ws(' ', event.kind, effective_on, target_on, date_precision, recorded_on = ${TODAY}::date,
			batch.kind) as said
		from event join information_point point on point.id = information_point_id
			left join event_batch batch on batch.id = event.batch_id
		where point.name = ${name} order by event.id`.execute(database.db);
	return rows.map(({ said }) => said);
}

async function fingerprint(): Promise<string> {
	const tables = [
		'event',
		'event_batch',
		'information_point',
		'information_point_period',
		'library'
	];
	const hashes = await Promise.all(
		tables.map(async (table) => {
			const { rows } = await sql<{ hash: string | null }>`
				select md5(string_agg(line, e'\n' order by line)) as hash
				from (select t::text as line from ${sql.table(table)} t) lines`.execute(database.db);
			return rows[0]!.hash;
		})
	);
	return hashes.join(' ');
}

const place = (point: string, more: Record<string, string> = {}) => ({
	...{ library: LIBRARY, point, locationType: 'Vestiging', town: 'Deventer' },
	...{ municipality: 'Deventer', ...more }
});
const plan = (point: string, more: Record<string, string> = {}) => ({
	...{ library: LIBRARY, point, plannedOn: '1-9-2021', agreedOn: '1-2-2021', ...more }
});
const opening = (
	point: string,
	openedOn: string | number,
	openingKnownOn: string | null = null
) => ({
	...{ library: LIBRARY, point, openedOn, openingKnownOn }
});

describe('a first file', () => {
	it('asks what comes first in a day that can be two days, and takes the answer', async () => {
		const file = {
			locations: [place('Vraagplek')],
			openings: [opening('Vraagplek', '3/4/2021')]
		};
		const asking = await send(file);
		const search = new URLSearchParams();
		const preview = await readLoadPreview(database.db, asking, { search, today: TODAY });
		expect(preview).toMatchObject({ asksOrder: true, fate: 'wrong' });
		const said = preview.rows.flatMap(({ remarks }) => remarks.map(({ text }) => text)).join(' ');
		expect(said).toContain('‘3/4/2021’ kan 3 april 2021 zijn of 4 maart 2021.');
		const answered = await send(file, 'today', 'day_first');
		const { rows } = await readLoadPlan(database.db, answered, TODAY);
		expect(rows.flatMap(({ changes }) => changes)).toContain('Geopend: 3 april 2021');
		// The other choice of the page does not undo it.
		await saveLoadAnswers(database.db, manager, answered.id, { ...answered, recording: 'file' });
		const found = await findLoad(database.db, manager, answered.id);
		expect([found?.order, found?.recording]).toEqual(['day_first', 'file']);
		const after = await readLoadPreview(database.db, found!, { search, today: TODAY });
		expect(after.asksOrder).toBe(true);
	});

	it('loads applications, cohorts, locations, first plans and openings in one batch', async () => {
		const upload = await load({
			organisations: [{ library: LIBRARY, appliedOn: '5-1-2021', cohort: 'Uitrol 2021' }],
			locations: [
				place('Centrum', {
					address: 'Stromarkt 18',
					postcode: '7411pj',
					lat: '52,2510',
					lon: '6,1600'
				}),
				place('Keizerslanden')
			],
			plans: [plan('Centrum'), plan('Keizerslanden', { plannedOn: '1-6-2027', agreedOn: '' })],
			openings: [opening('Centrum', 'september 2021')]
		});
		expect(upload).toMatchObject({ recordedCount: 6, leftCount: 0 });
		expect(await factsOf('Centrum')).toEqual([
			'planned 2021-02-01 2021-09-01 day t load',
			'achieved 2021-09-30 month t load'
		]);
		expect(await factsOf('Keizerslanden')).toEqual([`planned ${TODAY} 2027-06-01 day t load`]);
		const centre = await database.db
			.selectFrom('informationPoint')
			.select(['id', 'postcode', 'lat', 'locationPrecision', 'invented'])
			.where('name', '=', 'Centrum')
			.executeTakeFirstOrThrow();
		expect(centre).toMatchObject({
			...{ postcode: '7411 PJ', lat: 52.251, locationPrecision: 'address', invented: false }
		});
		const library = await database.db
			.selectFrom('library')
			.select(['cohort'])
			.where('name', '=', LIBRARY)
			.executeTakeFirstOrThrow();
		expect(library.cohort).toBe('uitrol_2021');
		const { entries } = await listHistory(database.db, manager, pointOf(centre.id), { limit: 5 });
		expect(entries.map(({ loadedOn }) => loadedOn)).toEqual([TODAY, TODAY]);
		const before = await fingerprint();
		await rebuildMilestoneState(database.ownerDb);
		expect(await fingerprint()).toBe(before);
	});

	it('does nothing the second time, sent again or applied again', async () => {
		const file = {
			organisations: [{ library: LIBRARY, appliedOn: '5-1-2021', cohort: 'Uitrol 2021' }],
			locations: [place('Colmschate')],
			openings: [opening('Colmschate', '2021-10-01')]
		};
		const upload = await load(file);
		const before = await fingerprint();
		await applyLoad(database.db, manager, upload, TODAY);
		// Nor is it said of the first time that it did nothing.
		expect(await findLoad(database.db, manager, upload.id)).toEqual(upload);
		const again = await load(file);
		expect(again).toMatchObject({ recordedCount: 0, batchId: null });
		expect(await fingerprint()).toBe(before);
	});

	it('is undone whole, with the cohorts, and can be loaded again better', async () => {
		const name = 'Bibliotheek Hengelo';
		const about = { library: name, point: 'Hasseler Es' };
		const file = {
			organisations: [{ library: 'Bibliotheek Almelo', cohort: 'Uitrol 2020' }],
			locations: [{ ...place('Hasseler Es'), ...about, town: 'Hengelo', municipality: 'Borne' }],
			openings: [{ ...about, openedOn: '2021-03-01' }]
		};
		const upload = await load(file);
		await undoLoad(database.db, manager, upload, TODAY);
		await undoLoad(database.db, manager, upload, TODAY);
		const undone = (await findLoad(database.db, manager, upload.id))!;
		expect(undone.undoneAt).not.toBeNull();
		const almelo = database.db
			.selectFrom('library')
			.select('cohort')
			.where('name', '=', 'Bibliotheek Almelo');
		expect(await almelo.executeTakeFirst()).toEqual({ cohort: 'onbekend' });
		const states = sql<{
			count: number;
		}>`select count(*)::int as count from information_point_state state
			join information_point point on point.id = state.information_point_id
			where point.name = 'Hasseler Es' and state.known_to = 'infinity'`;
		expect((await states.execute(database.db)).rows).toEqual([{ count: 0 }]);
		await load({
			...file,
			locations: [{ ...file.locations[0]!, municipality: 'Hengelo' }]
		});
		const { rows } = await sql<{ name: string }>`
			select municipality.name from information_point point
				join information_point_period period on period.information_point_id = point.id
				join municipality on municipality.code = period.municipality_code
			where point.name = 'Hasseler Es'`.execute(database.db);
		expect(rows).toEqual([{ name: 'Hengelo' }]);
	});

	it('leaves nothing when it breaks off in the middle', async () => {
		const before = await fingerprint();
		const upload = await send({
			locations: [place('Borgele'), place('Schalkhaar')],
			openings: [opening('Borgele', '2021-04-01'), opening('Schalkhaar', '2021-05-01')]
		});
		await sql`alter table event add constraint broken check (effective_on <> '2021-05-01') not valid`.execute(
			database.ownerDb
		);
		await expect(applyLoad(database.db, manager, upload, TODAY)).rejects.toThrow('broken');
		await sql`alter table event drop constraint broken`.execute(database.ownerDb);
		expect(await fingerprint()).toBe(before);
		expect((await findLoad(database.db, manager, upload.id))!.appliedAt).toBeNull();
	});

	it('is recorded today, unless it is said that the days of the file count', async () => {
		const file = {
			locations: [place('Diepenveen'), place('Bathmen')],
			openings: [
				opening('Diepenveen', '2021-04-01', '2021-04-20'),
				opening('Bathmen', '2021-04-01')
			]
		};
		expect(await judge(file)).toContainEqual({ fate: 'new', said: 'Geopend: 1 april 2021' });
		await load(file, 'file');
		const { rows } = await sql<{ name: string; recordedOn: string }>`
			select point.name, event.recorded_on from event
				join information_point point on point.id = information_point_id
			where point.name in ('Diepenveen', 'Bathmen') order by point.name`.execute(database.db);
		expect(rows).toEqual([
			{ name: 'Bathmen', recordedOn: TODAY },
			{ name: 'Diepenveen', recordedOn: '2021-04-20' }
		]);
		const known = sql<{ name: string }>`
			select point.name from information_point_state state
				join information_point point on point.id = state.information_point_id
			where state.realised and valid_from <= '2021-05-01' and '2021-05-01' < valid_to
				and known_from <= '2021-05-01' and '2021-05-01' < known_to and point.name in ('Diepenveen', 'Bathmen')`;
		expect((await known.execute(database.db)).rows).toEqual([{ name: 'Diepenveen' }]);
	});

	it('cannot be known before a quarter that is frozen', async () => {
		const upload = await send(
			{
				locations: [place('Lettele')],
				openings: [opening('Lettele', '2021-04-01', '2021-04-20')]
			},
			'file'
		);
		const before = await fingerprint();
		const frozen = applyLoad(database.db, manager, upload, TODAY, () =>
			Promise.resolve('2021-06-30')
		);
		expect(await frozen).toEqual({ outcome: 'frozen', on: '2021-06-30' });
		expect(await fingerprint()).toBe(before);
	});

	it('puts right what public sources told of a location under the same name', async () => {
		const about = { library: 'Bibliotheken Mar en Fean', point: 'Sneek' };
		const file = {
			locations: [
				{ ...about, locationType: 'Hoofdvestiging', town: 'Sneek', municipality: 'Súdwest-Fryslân' }
			],
			openings: [{ ...about, openedOn: '27-5-2021' }]
		};
		await load(file);
		expect(await factsOf('Sneek')).toEqual([
			'achieved 2021-12-31 year t seed',
			'achieved 2021-05-27 day t load'
		]);
		const point = await database.db
			.selectFrom('informationPoint')
			.select(['locationType', 'source'])
			.where('name', '=', 'Sneek')
			.executeTakeFirstOrThrow();
		expect(point).toEqual({ locationType: 'hoofdvestiging', source: 'KB' });
		expect((await judge(file)).map(({ fate }) => fate)).toEqual(['same', 'same']);
		const other = { ...file.openings[0]!, openedOn: '28-5-2021' };
		expect(await judge({ openings: [other] })).toEqual([
			{ fate: 'conflict', said: 'Er staat al een opening: 27 mei 2021.' }
		]);
	});

	it('opens no location after the day on which it closed', async () => {
		const { rows } = await sql<{ id: number; point: string; library: string }>`
			select point.id, point.name as point, library.name as library from information_point point
				join information_point_period period on period.information_point_id = point.id
					and period.valid_to = 'infinity'
				join library on library.id = period.library_id and library.active_to = 'infinity'
				join event on event.information_point_id = point.id and event.kind = 'achieved'
			where point.confidence = 'sourced' and point.name <> 'Sneek'
			order by point.id limit 1`.execute(database.db);
		const { id, ...about } = rows[0]!;
		await database.db.transaction().execute((trx) =>
			appendEvents(trx, authorOf(manager), [
				{
					...{ subject: pointOf(id), milestoneCode: 'operation', kind: 'permanently_closed' },
					effectiveOn: '2022-03-01'
				}
			])
		);
		const said = async (openedOn: string) =>
			(await judge({ openings: [{ ...about, openedOn }] })).map(({ said }) => said).join();
		expect(await said('2-3-2022')).toContain('Op deze dag was de locatie al dicht.');
		expect(await said('1-2-2022')).not.toContain('dicht');
	});

	it('of the docs loads as it is', async () => {
		const text = await readFile('docs/first-load-example.csv', 'utf8');
		const tables: Tables = { kind: 'csv', from1904: false, sheets: [readDelimited(text)] };
		const file = { name: 'voorbeeld.csv', tables, kind: 'load' } as const;
		const id = await keepUpload(database.db, manager, file);
		const upload = (await findLoad(database.db, manager, id))!;
		const { rows } = await readLoadPlan(database.db, { ...upload, recording: 'file' }, TODAY);
		expect(rows.flatMap(({ row }) => row.remarks)).toEqual([]);
		expect(rows.slice(1).map(({ fate }) => fate)).toEqual(['new', 'new', 'new', 'new']);
		await applyLoad(database.db, manager, upload, TODAY);
		const { rows: lies } = await sql<{ name: string }>`
			select municipality.name from information_point point
				join information_point_period period on period.information_point_id = point.id
				join municipality on municipality.code = period.municipality_code
			where point.name = 'Voorbeeld haven' order by period.valid_from`.execute(database.db);
		expect(lies.map(({ name }) => name)).toEqual(['Delfzijl', 'Eemsdelta']);
		expect(await factsOf('Voorbeeld haven')).toContain('achieved 2020-12-31 year t load');
		const applied = (await findLoad(database.db, manager, id))!;
		await undoLoad(database.db, manager, applied, TODAY);
	});

	it('is seen by its author alone, and not among files of milestones', async () => {
		const { id } = await send({ locations: [place('Okkenbroek')] });
		expect(await findLoad(database.db, { ...manager, id: 'other' }, id)).toBeUndefined();
		expect(await findUpload(database.db, manager, id)).toBeUndefined();
		expect(await listUploads(database.db, manager)).toEqual([]);
		expect((await listUploads(database.db, manager, 'load'))[0]).toMatchObject({ id });
	});

	it('loads 150 organisations and 700 locations in seconds', async () => {
		const lines = (
			await sql<{ name: string; municipality: string }>`
				select library.name, min(municipality.name) as municipality from library
					join library_municipality area on area.library_id = library.id and area.valid_to = 'infinity'
					join municipality on municipality.code = area.municipality_code and municipality.valid_to = 'infinity'
						and municipality.valid_from = '2019-01-01'
				where library.active_from = '2019-01-01' and library.active_to = 'infinity' and library.name <> ${LIBRARY}
				group by 1 order by 1`.execute(database.db)
		).rows.map(({ name, municipality }) => `${name}|${municipality}`);
		const libraries = lines.map((line) => line.split('|') as [string, string]);
		const points = Array.from({ length: 700 }, (_, at) => {
			const [library, municipality] = libraries[at % libraries.length]!;
			return { library, municipality, point: `Locatie ${at}`, town: municipality };
		});
		const file: FirstFile = {
			organisations: libraries.map(([library]) => ({ library, appliedOn: '2020-06-01' })),
			locations: points.map((one) => ({ ...one, locationType: 'vestiging' })),
			plans: points.map(({ library, point }) => ({
				...{ library, point, plannedOn: '2021-09-01', agreedOn: '2021-01-15' }
			})),
			openings: points.map(({ library, point }) => ({ library, point, openedOn: '2021-09-14' }))
		};
		const upload = await send(file);
		const { rows } = await readLoadPlan(database.db, upload, TODAY);
		expect(rows.filter(({ fate }) => fate === 'wrong')).toEqual([]);
		await applyLoad(database.db, manager, upload, TODAY);
		expect((await findLoad(database.db, manager, upload.id))!.recordedCount).toBe(rows.length);
	}, 60_000);
});

describe('what is wrong with a row', () => {
	it.each<[string, FirstFile, string]>([
		[
			'no such library',
			{ organisations: [{ library: 'Bieb X', appliedOn: '2021-01-01' }] },
			'Er is geen bibliotheek met de naam ‘Bieb X’'
		],
		[
			'a day to come',
			{ organisations: [{ library: LIBRARY, appliedOn: '2035-01-01' }] },
			'Deze dag ligt in de toekomst'
		],
		[
			'a location without a fact',
			{ locations: [place('Leeg')] },
			'Vul voor deze locatie ook een eerste planning of een opening in'
		],
		[
			'a fact without a location',
			{ openings: [opening('Nergens', '2021-01-01')] },
			'Zet de locatie op het blad ‘Locaties’'
		],
		[
			'a past plan without its day',
			{ locations: [place('P')], plans: [plan('P', { agreedOn: '' })] },
			'Vul in op welke dag dit is afgesproken'
		],
		[
			'a plan before it was agreed',
			{ locations: [place('P')], plans: [plan('P', { agreedOn: '2-9-2021' })] },
			'ligt vóór de dag waarop die is afgesproken'
		],
		[
			'no such municipality',
			{ locations: [place('P', { municipality: 'Atlantis' })], plans: [plan('P')] },
			'geen gemeente met de naam ‘Atlantis’'
		],
		[
			'a municipality of later',
			{
				locations: [place('P', { municipality: 'Eemsdelta' })],
				openings: [opening('P', '2020-05-01')]
			},
			'De gemeente Eemsdelta bestaat sinds 1 januari 2021'
		],
		[
			'the same twice',
			{ locations: [place('P'), place('p')], plans: [plan('P')] },
			'Blad Locaties, rij 2 gaat over hetzelfde'
		],
		[
			'words and codes',
			{ locations: [place('P', { locationType: 'Kasteel', postcode: '12' })], plans: [plan('P')] },
			'‘Kasteel’ kennen we niet bij ‘Soort locatie’'
		]
	])('%s', async (_name, file, sentence) => {
		const rows = await judge(file);
		expect(rows.some(({ fate, said }) => fate === 'wrong' && said.includes(sentence))).toBe(true);
		expect(rows.every(({ fate }) => fate !== 'new' || file.locations?.length === 2)).toBe(true);
	});

	it('nothing, but what stands there already is otherwise and stays', async () => {
		const organisations = [
			{ library: 'Bibliotheek Venlo', cohort: 'Uitrol 2021' },
			{ library: LIBRARY, appliedOn: '6-1-2021' }
		];
		expect(await judge({ organisations })).toEqual([
			{ fate: 'conflict', said: 'Er staat al een andere start in de uitrol: Kopgroep 2019.' },
			{ fate: 'conflict', said: 'Er staat al dat de aanvraag is ingediend op 5 januari 2021.' }
		]);
	});

	it('known before it happened', async () => {
		const rows = await judge(
			{ locations: [place('P')], openings: [opening('P', '2021-04-01', '2021-03-01')] },
			'file'
		);
		expect(rows[1]).toMatchObject({ fate: 'wrong' });
		expect(rows[1]!.said).toMatch(/Dit kan niet vóór .* bekend zijn geweest/);
	});
});

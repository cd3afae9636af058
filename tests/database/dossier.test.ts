import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role, User } from '#lib/access/account/user.ts';
import { seedReference } from '#seeds/seed.ts';
import { insertInformationPoint } from '#tests/factories/reference.ts';
import { insertStory } from '#tests/factories/story.ts';
import { readInformationPointDossier } from '#lib/server/network/information-point/dossier.ts';
import { readLibraryDossier } from '#lib/server/network/library/dossier.ts';
import { readMunicipalityDossier } from '#lib/server/network/municipality/dossier.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { type Subject } from '#lib/ledger/subject/subject.ts';

const TODAY = '2022-01-31';
const on = (validOn: string, knownOn: string | null = null) => ({ validOn, knownOn });

let database: TestDatabase;
let venlo: number;
let blerick: number;

beforeAll(async () => {
	database = await createTestDatabase();
	const { ownerDb } = database;
	await seedReference(ownerDb);
	const library = await ownerDb
		.selectFrom('library')
		.select('id')
		.where('slug', '=', 'bibliotheek-venlo')
		.executeTakeFirstOrThrow();
	venlo = await insertInformationPoint(ownerDb, library.id, 'GM0983', { name: 'Venlo' });
	blerick = await insertInformationPoint(ownerDb, library.id, 'GM0983', { name: 'Blerick' });
	await insertStory(ownerDb, [
		{
			informationPointId: venlo,
			kind: 'planned',
			effectiveOn: '2019-03-01',
			targetOn: '2019-07-01'
		},
		{
			informationPointId: venlo,
			kind: 'achieved',
			effectiveOn: '2019-07-01',
			openingForm: 'volledig',
			recordedAt: '2019-07-20T12:00:00Z'
		},
		{
			informationPointId: blerick,
			kind: 'planned',
			effectiveOn: '2020-01-10',
			targetOn: '2020-06-01'
		},
		{
			informationPointId: blerick,
			kind: 'planned',
			effectiveOn: '2020-04-01',
			targetOn: '2020-09-01',
			reasonCode: 'lockdown',
			note: 'De zaal is dicht.'
		},
		{
			libraryId: library.id,
			milestoneCode: 'training',
			kind: 'planned',
			effectiveOn: '2020-01-10',
			targetOn: '2020-05-01'
		},
		{
			libraryId: library.id,
			milestoneCode: 'netwerk',
			kind: 'not_applicable',
			effectiveOn: '2020-01-10'
		},
		{
			libraryId: library.id,
			milestoneCode: 'record',
			kind: 'confirmed',
			effectiveOn: '2021-04-12'
		}
	]);
});
afterAll(() => database.drop());

const readLibrary = (slug: string, asOf = on(TODAY), user?: User) =>
	readLibraryDossier(database.db, slug, asOf, TODAY, user);
const userOf = (role: Role, supportInstituteId: number | null = null): User => ({
	id: 'someone',
	name: 'Iemand',
	email: 'iemand@example.org',
	role,
	supportInstituteId,
	organisation: 'Testbureau'
});

const isPoint = ({ level, id }: Subject, point: number) =>
	level === 'information_point' && id === point;

describe('the dossier of a library', () => {
	it('has a line for every milestone of the library and of each of its points', async () => {
		const dossier = await readLibrary('bibliotheek-venlo');
		const ofLibrary = dossier?.lines.filter(({ subject }) => subject.level === 'library') ?? [];
		expect(ofLibrary.map((line) => line.milestoneCode)).toEqual([
			'aanvraag',
			'beschikking',
			'projectplan',
			'netwerk',
			'werkafspraken',
			'elearning',
			'training',
			'borging',
			'cursusaanbod',
			'verantwoording'
		]);
		const ofPoint = dossier?.lines.filter(({ subject }) => isPoint(subject, venlo)) ?? [];
		expect(ofPoint.map((line) => line.milestoneCode)).toEqual([
			'variant',
			'inrichting',
			'gids',
			'communicatie',
			'opening',
			'registratie'
		]);
	});

	it('counts what is done out of what applies, without running duties', async () => {
		// 8 of the library and 6 of each of 2 points, less the one that does not apply.
		expect((await readLibrary('bibliotheek-venlo'))?.progress).toEqual({ done: 1, applicable: 19 });
	});

	it('tells the slip of each plan, and of the fact', async () => {
		const dossier = await readLibrary('bibliotheek-venlo');
		const opening = (id: number) =>
			dossier?.lines.find((line) => isPoint(line.subject, id) && line.milestoneCode === 'opening');
		expect(opening(venlo)).toMatchObject({ slipDays: 0, status: 'achieved', lateness: null });
		expect(opening(blerick)).toMatchObject({
			firstPlanOn: '2020-06-01',
			planOn: '2020-09-01',
			slipDays: 92,
			lateness: 'overdue'
		});
		expect(opening(blerick)?.moves).toMatchObject([
			{ days: 92, reasonCode: 'lockdown', note: null }
		]);
	});

	it('shows internal notes to KB and the POI, and to nobody else', async () => {
		const notesFor = async (user?: User) => {
			const dossier = await readLibrary('bibliotheek-venlo', on(TODAY), user);
			return dossier?.lines.flatMap((line) => line.moves.map(({ note }) => note));
		};
		const poi = (await readLibrary('bibliotheek-venlo'))?.library.supportInstituteId ?? 0;
		expect(await notesFor(userOf('programme_manager'))).toEqual(['De zaal is dicht.']);
		expect(await notesFor(userOf('advisor', poi))).toEqual(['De zaal is dicht.']);
		expect(await notesFor(userOf('advisor', poi + 1))).toEqual([null]);
		expect(await notesFor(userOf('stakeholder'))).toEqual([null]);
		expect(await notesFor()).toEqual([null]);
	});

	it('may be edited by who advises it only', async () => {
		const mayEdit = async (user?: User) =>
			(await readLibrary('bibliotheek-venlo', on(TODAY), user))?.mayEdit;
		const poi = (await readLibrary('bibliotheek-venlo'))?.library.supportInstituteId ?? 0;
		expect(await mayEdit(userOf('advisor', poi))).toBe(true);
		expect(await mayEdit(userOf('advisor', poi + 1))).toBe(false);
		expect(await mayEdit()).toBe(false);
	});

	it('shows a milestone at risk while the one before it is over tijd', async () => {
		const dossier = await readLibrary('bibliotheek-venlo', on('2020-05-15'));
		const opening = dossier?.lines.find(
			(line) => isPoint(line.subject, blerick) && line.milestoneCode === 'opening'
		);
		expect(opening?.lateness).toBe('at_risk');
	});

	it('leaves out what had not been recorded by the day it is known on', async () => {
		const known = await readLibrary('bibliotheek-venlo', on('2019-07-10', '2019-07-10'));
		expect(known?.status).toBe('plan_overdue');
		const now = await readLibrary('bibliotheek-venlo', on('2019-07-10'));
		expect(now?.status).toBe('realised');
	});

	it('tells when its record was last said to be right, on the day looked at', async () => {
		const dossier = await readLibrary('bibliotheek-venlo');
		expect(dossier?.confirmed?.on).toBe('2021-04-12');
		const before = await readLibrary('bibliotheek-venlo', on('2021-04-11'));
		expect(before?.confirmed).toBeNull();
	});

	it('has no points on a day before their first plan', async () => {
		const dossier = await readLibrary('bibliotheek-venlo', on('2019-02-28'));
		expect(dossier?.points).toEqual([]);
		expect(dossier?.status).toBe('not_planned');
	});

	it('reads the facts of today for a day in the future', async () => {
		const dossier = await readLibrary('bibliotheek-venlo', on('2022-12-31'));
		expect(dossier?.factDay).toBe(TODAY);
		expect(dossier?.points).toHaveLength(2);
	});

	it('links predecessors and successors with the day of the merger', async () => {
		const merged = await readLibrary('bibliotheek-best-cultuurspoor-best', on('2022-01-31'));
		expect(merged?.isActive).toBe(false);
		expect(merged?.library.successors).toMatchObject([
			{ slug: 'bibliotheek-eindhoven', kind: 'merge', effectiveOn: '2022-01-01' }
		]);
		const eindhoven = await readLibrary('bibliotheek-eindhoven');
		expect(eindhoven?.library.predecessors).toMatchObject([
			{ slug: 'bibliotheek-best-cultuurspoor-best' }
		]);
	});

	it('does not exist for a slug that no library ever had', async () => {
		expect(await readLibrary('bibliotheek-atlantis')).toBeUndefined();
	});
});

describe('the dossier of a point', () => {
	const readPoint = (id: number, asOf = on(TODAY)) =>
		readInformationPointDossier(database.db, id, asOf, TODAY);

	it('has its own milestones, and counts those of its library apart', async () => {
		const dossier = await readPoint(venlo);
		expect(dossier?.point).toMatchObject({
			name: 'Venlo',
			library: { slug: 'bibliotheek-venlo' },
			municipality: { code: 'GM0983', name: 'Venlo' },
			province: { slug: 'limburg' },
			openingForm: 'volledig'
		});
		expect(dossier?.progress).toEqual({ done: 1, applicable: 6 });
		expect(dossier?.libraryProgress).toEqual({ done: 0, applicable: 7 });
	});

	it('has in its history what its facts are made of, on both dates', async () => {
		// It opened on 1 July, which was recorded on 20 July.
		const kinds = async (validOn: string, knownOn: string | null = null) => {
			const dossier = await readPoint(venlo, on(validOn, knownOn));
			const { entries, until, known } = dossier!.recent;
			expect([until, known]).toEqual([validOn, knownOn ?? TODAY]);
			const isOpen = dossier?.point?.openingStatus === 'achieved';
			expect(entries.some(({ kind }) => kind === 'achieved')).toBe(isOpen);
			return entries.map(({ kind }) => kind);
		};
		expect(await kinds('2019-07-10')).toEqual(['achieved', 'planned']);
		expect(await kinds('2019-06-30')).toEqual(['planned']);
		expect(await kinds('2019-07-10', '2019-07-10')).toEqual(['planned']);
	});

	it('is not known before its first plan, and says from which day it is', async () => {
		const dossier = await readPoint(venlo, on('2019-02-01'));
		expect(dossier?.point).toBeUndefined();
		expect(dossier?.startsOn).toBe('2019-03-01');
	});

	it('does not exist for an unknown id', async () => {
		expect(await readPoint(2_000_000_000)).toBeUndefined();
	});
});

describe('the dossier of a municipality', () => {
	const readMunicipality = (code: string, asOf = on(TODAY)) =>
		readMunicipalityDossier(database.db, code, asOf, TODAY);

	it('has the points that stand in it, its libraries and its inhabitants', async () => {
		const dossier = await readMunicipality('GM0983');
		expect(dossier).toMatchObject({ exists: true, status: 'realised' });
		expect(dossier?.points.map(({ name }) => name)).toEqual(['Blerick', 'Venlo']);
		expect(dossier?.municipality.libraries).toMatchObject([{ slug: 'bibliotheek-venlo' }]);
		expect(dossier?.municipality.population?.inhabitants).toBe(101_853);
	});

	it('ends when it merges, and links to all that it went into', async () => {
		const haaren = await readMunicipality('GM0788');
		expect(haaren?.exists).toBe(false);
		expect(haaren?.municipality.successors.map(({ name }) => name)).toEqual([
			'Boxtel',
			'Oisterwijk',
			'Tilburg',
			'Vught'
		]);
		expect((await readMunicipality('GM0788', on('2020-12-31')))?.exists).toBe(true);
	});

	it('begins with its predecessors', async () => {
		const eemsdelta = await readMunicipality('GM1979');
		expect(eemsdelta?.municipality.predecessors.map(({ code }) => code)).toEqual([
			'GM0003',
			'GM0010',
			'GM0024'
		]);
		expect((await readMunicipality('GM1979', on('2020-12-31')))?.exists).toBe(false);
	});
});

import { sql, type Insertable, type Kysely } from 'kysely';
import { DUTIES, MILESTONES, OPERATION, RECORD } from '#lib/ledger/milestone/milestone.ts';
import type { DB, InformationPoint, Library } from '#lib/server/platform/db/schema.ts';

const OURS = { source: 'test', confidence: 'invented' } as const;
let counter = 0;

/** A number that no other row of this process got. */
function next(): number {
	return ++counter;
}

/** The rows that everything else points at: milestones, one template, one province. */
export async function insertBasics(db: Kysely<DB>): Promise<{ templateId: number }> {
	const steps = [...MILESTONES, ...DUTIES];
	await db
		.insertInto('milestone')
		.values([
			...steps.map(({ code, level, phase }, index) => ({
				...{ code, level, phase, position: index + 1 },
				kind: phase === 'doorlopend' ? 'duty' : 'milestone'
			})),
			{
				code: OPERATION,
				position: 90,
				level: 'information_point',
				phase: 'geen',
				kind: 'operation'
			},
			{ code: RECORD, position: 91, level: 'either', phase: 'geen', kind: 'record' }
		])
		.execute();
	await db
		.insertInto('province')
		.values({ code: 'PV98', slug: 'proefprovincie', name: 'Proefprovincie', ...OURS })
		.execute();
	const template = await db
		.insertInto('milestoneTemplate')
		.values({ profile: 'regulier', version: 1, validFrom: '2019-01-01', ...OURS })
		.returning('id')
		.executeTakeFirstOrThrow();
	await insertSteps(db, template.id);
	return { templateId: template.id };
}

/** The steps as in the template of the programme: opening depends on training and G!DS. */
async function insertSteps(db: Kysely<DB>, templateId: number): Promise<void> {
	const dependsOn: Record<string, string[]> = {
		beschikking: ['aanvraag'],
		opening: ['training', 'gids'],
		registratie: ['opening'],
		borging: ['opening']
	};
	await db
		.insertInto('milestoneTemplateStep')
		.values(
			MILESTONES.map(({ code }, index) => ({
				templateId,
				milestoneCode: code,
				offsetWeeks: index * 3,
				dependsOn: sql<string[]>`${dependsOn[code] ?? []}::text[]`,
				notApplicableAllowed: code === 'inrichting'
			}))
		)
		.execute();
}

export async function insertSupportInstitute(db: Kysely<DB>, name = 'Proef-POI'): Promise<number> {
	const row = await db
		.insertInto('supportInstitute')
		.values({ slug: `poi-${next()}`, name, fullName: name, ...OURS })
		.returning('id')
		.executeTakeFirstOrThrow();
	return row.id;
}

/** Counted apart: a code has four digits, and one process runs many files of tests. */
let municipalities = 0;

/** A municipality of the test province; answers its code. */
export async function insertMunicipality(db: Kysely<DB>, name = 'Proefstad'): Promise<string> {
	const code = `GM${5000 + (municipalities++ % 5000)}`;
	await db
		.insertInto('municipality')
		.values({ code, name, provinceCode: 'PV98', lat: 52, lon: 5, ...OURS })
		.execute();
	return code;
}

/** How many people live in a municipality, counted on 1 January 2021. */
export async function insertPopulation(
	db: Kysely<DB>,
	municipalityCode: string,
	inhabitants: number
): Promise<void> {
	const days = { territoryFrom: '2019-01-01', referenceDate: '2021-01-01' };
	await db
		.insertInto('population')
		.values({ municipalityCode, inhabitants, ...days, ...OURS })
		.execute();
}

/** A library with its own POI, unless one is given. */
export async function insertLibrary(
	db: Kysely<DB>,
	values: Partial<Insertable<Library>> = {}
): Promise<{ id: number; slug: string; supportInstituteId: number }> {
	const number = next();
	const template = await db
		.selectFrom('milestoneTemplate')
		.select('id')
		.limit(1)
		.executeTakeFirstOrThrow();
	return db
		.insertInto('library')
		.values({
			slug: `bibliotheek-${number}`,
			name: `Bibliotheek ${number}`,
			shortName: `Bieb ${number}`,
			provinceCode: 'PV98',
			cohort: 'uitrol_2020',
			municipalitiesConfidence: 'invented',
			supportInstituteConfidence: 'invented',
			...OURS,
			...values,
			templateId: values.templateId ?? template.id,
			supportInstituteId: values.supportInstituteId ?? (await insertSupportInstitute(db))
		})
		.returning(['id', 'slug', 'supportInstituteId'])
		.executeTakeFirstOrThrow();
}

/** A point of a library in a municipality, from 2019 on; answers its id. */
export async function insertInformationPoint(
	db: Kysely<DB>,
	libraryId: number,
	municipalityCode: string,
	values: Partial<Insertable<InformationPoint>> = {}
): Promise<number> {
	const template = await db
		.selectFrom('library')
		.select('templateId')
		.where('id', '=', libraryId)
		.executeTakeFirstOrThrow();
	const point = await db
		.insertInto('informationPoint')
		.values({
			name: `Locatie ${next()}`,
			town: 'Proefstad',
			locationType: 'vestiging',
			lat: 52,
			lon: 5,
			locationPrecision: 'municipality_centroid',
			templateId: template.templateId,
			createdBy: 'test',
			...OURS,
			...values
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await db
		.insertInto('informationPointPeriod')
		.values({ informationPointId: point.id, libraryId, municipalityCode, validFrom: '2019-01-01' })
		.execute();
	return point.id;
}

/** Makes it the given day for everything that is recorded from now on. */
export async function setToday(ownerDb: Kysely<DB>, today: string): Promise<void> {
	await ownerDb.updateTable('installation').set({ demoToday: today, demoData: true }).execute();
}

/** The links of a library's work area. */
export async function insertWorkArea(
	db: Kysely<DB>,
	libraryId: number,
	municipalityCodes: string[]
): Promise<void> {
	await db
		.insertInto('libraryMunicipality')
		.values(municipalityCodes.map((municipalityCode) => ({ libraryId, municipalityCode, ...OURS })))
		.execute();
}

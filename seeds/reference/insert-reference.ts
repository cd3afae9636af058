import type { Transaction } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { insertRows } from '../insert-rows.ts';
import { FUNDING_SOURCES, GRANT_RATES, GRANT_SCHEMES, GRANT_WINDOWS } from './grants.ts';
import { MILESTONE_ROWS, TEMPLATES } from './milestones.ts';
import { PROGRAMME_EVENTS } from './programme-events.ts';
import { PROVIDER_TOPICS } from './provider-topics.ts';
import { PROVINCES } from './provinces.ts';
import { REASONS } from './reasons.ts';
import type { Reference } from './reference.ts';
import { SUPPORT_INSTITUTES } from './support-institutes.ts';
import { TARGETS } from './targets.ts';
import { TOOLKIT_ITEMS } from './toolkit-items.ts';

/** The ids that the database gave, by the name that the seeds use. */
export interface ReferenceIds {
	libraries: Map<string, number>;
	templates: Map<string, number>;
}

/** Writes all reference data into empty tables, in the caller's transaction. */
export async function insertReference(
	trx: Transaction<DB>,
	reference: Reference
): Promise<ReferenceIds> {
	await insertRows(trx, 'province', PROVINCES);
	await insertRows(trx, 'municipality', reference.municipalities);
	await insertRows(trx, 'municipalitySuccession', reference.municipalitySuccessions);
	await insertRows(trx, 'population', reference.populations);
	await insertPlaces(trx, reference);
	await insertRows(trx, 'reason', REASONS);
	await insertRows(trx, 'serviceProvider', reference.serviceProviders);
	await insertRows(trx, 'serviceProviderTopic', PROVIDER_TOPICS);
	await insertRows(trx, 'programmeEvent', PROGRAMME_EVENTS);
	await insertGrants(trx);
	await insertRows(trx, 'toolkitItem', TOOLKIT_ITEMS);
	await insertRows(trx, 'publishedFigure', reference.publishedFigures);
	await insertRows(trx, 'target', TARGETS);
	const templates = await insertTemplates(trx);
	const libraries = await insertLibraries(trx, reference, templates);
	return { libraries, templates };
}

/** Places and other names: what people look for. */
export async function insertPlaces(
	trx: Transaction<DB>,
	{
		places,
		placeMunicipalities,
		municipalityNames
	}: Pick<Reference, 'places' | 'placeMunicipalities' | 'municipalityNames'>
): Promise<void> {
	await insertRows(trx, 'place', places);
	await insertRows(trx, 'placeMunicipality', placeMunicipalities);
	await insertRows(trx, 'municipalityName', municipalityNames);
}

/** Subsidy schemes, their amounts and periods, and the sources of the money. */
export async function insertGrants(trx: Transaction<DB>): Promise<void> {
	await trx.insertInto('grantScheme').values(GRANT_SCHEMES).execute();
	await trx.insertInto('grantRate').values(GRANT_RATES).execute();
	await trx.insertInto('grantWindow').values(GRANT_WINDOWS).execute();
	await trx.insertInto('fundingSource').values(FUNDING_SOURCES).execute();
}

async function insertTemplates(trx: Transaction<DB>): Promise<Map<string, number>> {
	await insertRows(trx, 'milestone', MILESTONE_ROWS);
	const rows = await trx
		.insertInto('milestoneTemplate')
		.values(TEMPLATES.map(({ steps: _, ...template }) => template))
		.returning(['id', 'profile'])
		.execute();
	const ids = new Map(rows.map(({ id, profile }) => [profile, id]));
	const steps = TEMPLATES.flatMap((template) =>
		template.steps.map((step) => ({ ...step, templateId: ids.get(template.profile)! }))
	);
	await insertRows(trx, 'milestoneTemplateStep', steps);
	return ids;
}

async function insertLibraries(
	trx: Transaction<DB>,
	reference: Reference,
	templates: Map<string, number>
): Promise<Map<string, number>> {
	const institutes = await trx
		.insertInto('supportInstitute')
		.values(SUPPORT_INSTITUTES)
		.returning(['id', 'slug'])
		.execute();
	const instituteIds = new Map(institutes.map(({ id, slug }) => [slug, id]));
	const rows = await trx
		.insertInto('library')
		.values(
			reference.libraries.map(({ supportInstitute, template, ...library }) => ({
				...library,
				supportInstituteId: instituteIds.get(supportInstitute)!,
				templateId: templates.get(template)!
			}))
		)
		.returning(['id', 'slug'])
		.execute();
	const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
	await insertRows(
		trx,
		'libraryMunicipality',
		reference.workAreas.map(({ library, ...area }) => ({ ...area, libraryId: ids.get(library)! }))
	);
	await insertRows(
		trx,
		'librarySuccession',
		reference.librarySuccessions.map(({ from, to, ...succession }) => ({
			...succession,
			fromLibraryId: ids.get(from)!,
			toLibraryId: ids.get(to)!
		}))
	);
	return ids;
}

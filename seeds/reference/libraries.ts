import { addDays, FOREVER, type Day } from '#lib/base/day/day.ts';
import type { Files } from './files.ts';
import type { TemplateProfile } from './milestones.ts';
import { provinceCode } from './provinces.ts';
import { slugify } from './slug.ts';

const FIRST_DAY: Day = '2019-01-01';

export interface LibraryRow {
	slug: string;
	name: string;
	shortName: string;
	provinceCode: string;
	supportInstitute: string;
	mainTown: string | null;
	isil: string | null;
	website: string | null;
	/** Only the kopgroep is published; the others follow from the start on their application. */
	cohort: 'kopgroep_2019' | 'onbekend';
	template: TemplateProfile;
	activeFrom: Day;
	activeTo: Day;
	notes: string | null;
	source: string;
	confidence: string;
	municipalitiesConfidence: string;
	supportInstituteConfidence: string;
	supportInstituteSource: string | null;
}

/** The library organisations; `activeTo` is the day after the last. Throws when two slugs are equal. */
export function libraryRows(files: Pick<Files, 'libraries'>): LibraryRow[] {
	const rows = files.libraries.map((row): LibraryRow => ({
		slug: slugify(row.name),
		name: row.name,
		shortName: row.short_name,
		provinceCode: provinceCode(row.province),
		supportInstitute: row.support_institute,
		mainTown: row.main_town,
		isil: row.isil,
		website: row.website,
		cohort: row.kopgroep ? 'kopgroep_2019' : 'onbekend',
		template: row.kopgroep ? 'kopgroep' : 'regulier',
		activeFrom: row.active_from ?? FIRST_DAY,
		activeTo: row.active_until ? addDays(row.active_until, 1) : FOREVER,
		notes: row.notes,
		source: row.source,
		confidence: row.confidence,
		municipalitiesConfidence: row.municipalities_confidence,
		supportInstituteConfidence: row.support_institute_confidence,
		supportInstituteSource: row.support_institute_source
	}));
	const slugs = new Set(rows.map(({ slug }) => slug));
	if (slugs.size !== rows.length) throw new Error('two library organisations have the same slug');
	return rows;
}

/** Mergers of library organisations within the rollout, by slug. */
export const LIBRARY_SUCCESSIONS = [
	...['bibliotheek-vannu', 'bibliotheek-het-markiezaat'].map((from) => ({
		from,
		to: 'bibliotheek-west-brabant',
		kind: 'merge',
		effectiveOn: '2020-01-01',
		source: 'http://oud.bibliotheekblad.nl/nieuws/nieuwsarchief/bericht/1000010159',
		confidence: 'sourced'
	})),
	{
		from: 'bibliotheek-best-cultuurspoor-best',
		to: 'bibliotheek-eindhoven',
		kind: 'merge',
		effectiveOn: '2022-01-01',
		source:
			'https://bibliotheekblad.nl/bibliotheek-best-wordt-onderdeel-van-de-bibliotheek-eindhoven/',
		confidence: 'sourced'
	}
];

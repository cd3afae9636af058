import { z } from 'zod';
import { readCsv } from './read-csv.ts';

/** Empty cells are "not given". */
const optional = z.string().transform((text) => (text === '' ? null : text));
const list = z.string().transform((text) => text.split(';').map((item) => item.trim()));
const yes = z.enum(['true', 'false']).transform((text) => text === 'true');
const number = z.string().min(1).transform(Number).refine(Number.isFinite, 'not a number');
const day = z.iso.date();
const optionalDay = z.union([z.literal('').transform(() => null), day]);
const confidence = z.enum(['sourced', 'recalled', 'estimated', 'inferred', 'unknown']);
const filled = z.string().trim().min(1);

const municipality = z.object({
	code: z.string().regex(/^GM\d{4}$/),
	name: filled,
	province: filled,
	population: number,
	lat: number,
	lon: number,
	source: filled,
	confidence
});

const municipalityChange = z.object({
	on: day,
	from_code: filled,
	to_code: filled,
	to_name: filled,
	inhabitant_share: number,
	source: filled,
	confidence,
	note: optional
});

const withoutLibrary = z.object({
	municipality: filled,
	situation_2019_2021: filled,
	source: filled,
	confidence
});

const library = z.object({
	name: filled,
	short_name: filled,
	province: filled,
	support_institute: filled,
	main_town: optional,
	municipalities: list,
	isil: optional,
	website: optional,
	kopgroep: yes,
	active_from: optionalDay,
	/** The last day of the organisation. */
	active_until: optionalDay,
	source: filled,
	confidence,
	municipalities_confidence: confidence,
	support_institute_confidence: confidence,
	support_institute_source: optional,
	notes: optional
});

const opening = z.object({
	organisation: filled,
	location: filled,
	municipality: optional,
	opened_on: filled,
	precision: z.enum(['day', 'month', 'year']),
	date_kind: z.enum(['opening', 'programme_start']),
	year_inferred: yes,
	source: filled,
	note: optional,
	confidence,
	rule_for_the_demo: optional
});

const publishedFigure = z.object({
	date: filled,
	metric: filled,
	value: filled,
	unit: filled,
	description: filled,
	source: filled,
	confidence
});

const serviceProvider = z.object({
	abbreviation: filled,
	full_name: filled,
	what_for: optional,
	role: filled,
	joined: optional,
	source: filled,
	confidence,
	what_for_confidence: confidence
});

const place = z.object({
	geonames_id: number,
	name: filled,
	other_names: list,
	kind: z.enum(['place', 'part']),
	municipality: filled,
	/** The municipality of 2019, where that was another. */
	formerly: optional,
	lat: number,
	lon: number,
	inhabitants: number
});

const municipalityName = z.object({
	municipality: filled,
	name: filled,
	kind: z.enum(['common', 'dutch', 'frisian', 'low_saxon', 'limburgish', 'former']),
	source: filled,
	confidence
});

/** Every CSV file of this folder, checked: the facts as they were found, with source and confidence. */
export function readFiles() {
	return {
		places: readCsv('places.csv', place),
		municipalityNames: readCsv('municipality-names.csv', municipalityName),
		municipalities: readCsv('municipalities.csv', municipality),
		municipalityChanges: readCsv('municipality-changes.csv', municipalityChange),
		withoutLibrary: readCsv('municipalities-without-library.csv', withoutLibrary),
		libraries: readCsv('libraries.csv', library),
		openings: readCsv('openings.csv', opening),
		publishedFigures: readCsv('published-figures.csv', publishedFigure),
		serviceProviders: readCsv('service-providers.csv', serviceProvider)
	};
}

export type Files = ReturnType<typeof readFiles>;

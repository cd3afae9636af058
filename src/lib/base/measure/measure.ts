import { invertChoices } from '#lib/base/selection/choices.ts';

/** What the curve counts. */
export const PROGRESS_MEASURES = [
	'locations',
	'organisations',
	'municipalities',
	'inhabitants'
] as const;
export type ProgressMeasure = (typeof PROGRESS_MEASURES)[number];

/** How a measure of progress is written in an address (`telling`). */
export const MEASURE_WORDS: Record<ProgressMeasure, string> = {
	locations: 'locaties',
	organisations: 'organisaties',
	municipalities: 'gemeenten',
	inhabitants: 'inwoners'
};

export const MEASURE_CHOICES = invertChoices(MEASURE_WORDS);

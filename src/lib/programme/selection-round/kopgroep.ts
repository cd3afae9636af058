import type { Day } from '#lib/base/day/day.ts';

/** What was published about the choice of the kopgroep, and where it was read. */
export const KOPGROEP_SOURCE =
	'https://www.kb.nl/ob/nieuws/2019/digitale-inclusie-kopgroepbibliotheken-bekend';

/** Published figures of the choice: how many applied, and how many were chosen. */
export const APPLIED_METRIC = 'kopgroep_applications';
export const CHOSEN_METRIC = 'kopgroep_libraries';

/** What was looked at, in the order of the source; it says nothing of how much each weighed. */
export const CRITERIA = ['spread', 'area', 'partners', 'big_city'] as const;
export type Criterion = (typeof CRITERIA)[number];

/**
 * At so many of the fifteen it was being explored whether private partners can take part. Which ones
 * is in no source.
 */
export const PRIVATE_PARTNERS: { count: number; on: Day; source: string } = {
	count: 3,
	on: '2019-03-14',
	source:
		'https://www.bibliotheekenbasisvaardigheden.nl/actueel/voortgang-traject-digitale-inclusie.html'
};

/** The events of the programme between which the choice was made, by their codes in the timeline. */
export const CALL_EVENT = 'oproep-kopgroep';
export const CLOSING_EVENT = 'sluiting-kopgroep';
export const DECISION_EVENT = 'kopgroep-bekend';
export const START_EVENT = 'start-kopgroep';

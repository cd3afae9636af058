import type { Day } from '#lib/base/day/day.ts';
import type {
	EventConfidence,
	EventKind,
	EventSaid
} from '#lib/programme/programme-event/programme-event.ts';

/** An event that a source tells. */
export interface ReferenceEvent extends EventSaid {
	code: string;
	confidence: EventConfidence;
}

/** Where the sources stand that tell of more than one event. */
export const ON_THE_GO = 'https://www.bibliotheekenbasisvaardigheden.nl/actueel/';
export const NETWORK = 'https://www.bibliotheeknetwerk.nl/';
export const CALL = `${ON_THE_GO}bibliotheken-en-manifestgroep-partijen-ondersteunen-niet-digivaa.html`;
export const SCHEME = `${ON_THE_GO}nieuwe-subsidieregeling-digitale-inclusie-.html`;
export const CONSULTANTS = `${NETWORK}basisvaardigheden-volwassenen/digitale-inclusie/consulenten`;
export const FAQ =
	'https://www.bibliotheekenbasisvaardigheden.nl/aanpak2/digitale-inclusie---faq-s2.html';
export const ON_STEAM = `${ON_THE_GO}programma-digitale-inclusie-op-stoom.html`;
export const MANAGEMENT = `${NETWORK}basisvaardigheden-volwassenen/digitale-inclusie/management`;
export const GENERAL = 'general knowledge, to be confirmed';

export function event(
	code: string,
	when: Day | [Day, Day],
	kind: EventKind,
	[titleNl, titleEn]: [string, string],
	source: string,
	confidence: EventConfidence = 'sourced'
): ReferenceEvent {
	const [startsOn, endsOn] = typeof when === 'string' ? [when, null] : when;
	const noReason = { reasonNl: null, reasonEn: null };
	return { code, startsOn, endsOn, kind, titleNl, titleEn, ...noReason, source, confidence };
}

/** An event whose source says why. */
export const because = (
	one: ReferenceEvent,
	[reasonNl, reasonEn]: [string, string]
): ReferenceEvent => ({
	...one,
	reasonNl,
	reasonEn
});

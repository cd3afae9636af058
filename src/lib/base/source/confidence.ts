import { m } from '#lib/paraglide/messages.js';

/** How sure a stored row is; the domain `confidence` of the database. */
export const CONFIDENCES = [
	'sourced',
	'recalled',
	'estimated',
	'inferred',
	'unknown',
	'invented',
	'reported'
] as const;
export type Confidence = (typeof CONFIDENCES)[number];

const LABELS: Record<Confidence, () => string> = {
	sourced: m.status_confidence_sourced,
	recalled: m.status_confidence_recalled,
	estimated: m.status_confidence_estimated,
	inferred: m.status_confidence_inferred,
	unknown: m.status_confidence_unknown,
	invented: m.status_confidence_invented,
	reported: m.status_confidence_reported
};

function isConfidence(text: string): text is Confidence {
	return Object.hasOwn(LABELS, text);
}

/** In words: "verzonnen voorbeeld"; what the database has and we do not know is "onbekend". */
export function confidenceLabel(confidence: string): string {
	return LABELS[isConfidence(confidence) ? confidence : 'unknown']();
}

/** True when somebody still has to confirm it: it was recalled, estimated, calculated or is unknown. */
export function isToBeConfirmed(confidence: Confidence): boolean {
	return ['recalled', 'estimated', 'inferred', 'unknown'].includes(confidence);
}

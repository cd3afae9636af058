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

/** In words: "verzonnen voorbeeld". */
export function confidenceLabel(confidence: Confidence): string {
	return LABELS[confidence]();
}

/** True when somebody still has to confirm it: it was recalled, estimated, calculated or is unknown. */
export function isToBeConfirmed(confidence: Confidence): boolean {
	return ['recalled', 'estimated', 'inferred', 'unknown'].includes(confidence);
}

import { m } from '#lib/paraglide/messages.js';

const LABELS: Record<string, () => string> = {
	sourced: m.status_confidence_sourced,
	recalled: m.status_confidence_recalled,
	estimated: m.status_confidence_estimated,
	inferred: m.status_confidence_inferred,
	unknown: m.status_confidence_unknown,
	invented: m.status_confidence_invented,
	reported: m.status_confidence_reported
};

/** How sure a row is, in words; the codes are the database's domain `confidence`. */
export function confidenceLabel(confidence: string): string {
	return (LABELS[confidence] ?? m.status_confidence_unknown)();
}

import { m } from '#lib/paraglide/messages.js';
import type { MilestoneLine } from '#lib/ledger/milestone/line.ts';
import { recordSources } from '#lib/ledger/milestone/record-sources.ts';
import type { Confidence } from '#lib/base/source/confidence.ts';
import type { Library, ServedMunicipality } from './library.ts';

/** Where each part of a library's page comes from, and how sure it is. */
export function librarySources(
	library: Library,
	workArea: readonly ServedMunicipality[],
	lines: readonly MilestoneLine[]
): { what: string; confidence: Confidence; source: string | null }[] {
	return [
		{
			what: m.dossier_quality_existence(),
			confidence: library.confidence,
			source: library.source
		},
		{
			what: m.dossier_quality_work_area(),
			confidence: library.municipalitiesConfidence,
			source: workArea[0]?.source ?? null
		},
		{
			what: m.dossier_quality_support_institute(),
			confidence: library.supportInstituteConfidence,
			source: library.supportInstituteSource
		},
		...recordSources(lines)
	];
}

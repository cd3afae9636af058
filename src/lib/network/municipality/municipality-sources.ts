import { recordSources } from '#lib/ledger/milestone/record-sources.ts';
import type { MilestoneLine } from '#lib/ledger/milestone/line.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Confidence } from '#lib/base/source/confidence.ts';
import type { Municipality } from './municipality.ts';

/** Where each part of a municipality's page comes from, and how sure it is. */
export function municipalitySources(
	municipality: Municipality,
	lines: readonly MilestoneLine[]
): { what: string; confidence: Confidence; source: string | null }[] {
	const { population, libraries } = municipality;
	const library = libraries[0];
	return [
		{
			what: m.dossier_quality_existence(),
			confidence: municipality.confidence,
			source: municipality.source
		},
		...(population
			? [
					{
						what: m.dossier_quality_population(),
						confidence: population.confidence,
						source: population.source
					}
				]
			: []),
		...(library
			? [
					{
						what: m.dossier_quality_work_area(),
						confidence: library.confidence,
						source: library.source
					}
				]
			: []),
		...recordSources(lines)
	];
}

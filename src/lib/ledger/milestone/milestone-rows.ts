import { m } from '#lib/paraglide/messages.js';
import { milestoneLabel } from './labels.ts';
import type { MilestoneLine } from './line.ts';
import { isMilestoneCode } from './milestone.ts';

/** The lines of one library or point as rows of a timeline; running duties say what they are. */
export function milestoneRows(
	lines: readonly MilestoneLine[]
): { label: string; note?: string; line: MilestoneLine }[] {
	return lines.map((line) => ({
		label: milestoneLabel(line.milestoneCode),
		...(isMilestoneCode(line.milestoneCode) ? {} : { note: m.dossier_duties() }),
		line
	}));
}

import { isMilestoneCode } from './milestone.ts';

/** Milestones done: achieved out of what applies. Running duties do not count. */
export interface MilestoneProgress {
	done: number;
	applicable: number;
}

/** A milestone of a dossier or of a work sheet, with the word of its status. */
interface Step {
	milestoneCode: string;
	status: string | null;
}

/** Counts these steps; what does not apply leaves the denominator. */
export function progressOf(lines: readonly Step[]): MilestoneProgress {
	const applicable = lines.filter(
		(line) => isMilestoneCode(line.milestoneCode) && line.status !== 'not_applicable'
	);
	return {
		done: applicable.filter((line) => line.status === 'achieved').length,
		applicable: applicable.length
	};
}

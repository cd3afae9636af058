import type { MilestoneLine } from './line.ts';
import { isMilestoneCode } from './milestone.ts';

/** Milestones done: achieved out of what applies. Running duties do not count. */
export interface Progress {
	done: number;
	applicable: number;
}

/** Counts these lines; what does not apply leaves the denominator. */
export function progressOf(lines: readonly MilestoneLine[]): Progress {
	const applicable = lines.filter(
		(line) => isMilestoneCode(line.milestoneCode) && line.status !== 'not_applicable'
	);
	return {
		done: applicable.filter((line) => line.status === 'achieved').length,
		applicable: applicable.length
	};
}

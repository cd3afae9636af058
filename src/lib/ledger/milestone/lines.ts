import type { Day } from '#lib/base/day/day.ts';
import { isPlanPassed, lateness } from './lateness.ts';
import { historyKey, type Subject, type SubjectLevel } from '#lib/ledger/subject/subject.ts';
import { milestoneLine, type LaneState, type MilestoneLine, type PlanEvent } from './line.ts';
import { DUTIES, MILESTONES } from './milestone.ts';

interface LinesInput {
	/** A library and points that belong to it; either may be absent. */
	subjects: readonly Subject[];
	states: readonly LaneState[];
	planEvents: readonly PlanEvent[];
	/** Which milestones come before which; a code that is absent has none before it. */
	dependencies: readonly { milestoneCode: string; dependsOn: readonly string[] }[];
	days: { factDay: Day; knownDay: Day };
}

/**
 * A line for every milestone and duty of the library and of each point, in the order of the
 * template, also for those about which nothing was recorded.
 */
export function milestoneLines(input: LinesInput): MilestoneLine[] {
	const states = Map.groupBy(input.states, historyKey);
	const planEvents = Map.groupBy(input.planEvents, historyKey);
	const lines = input.subjects.flatMap(milestonesOfSubject).map((milestone) => {
		const key = historyKey(milestone);
		return milestoneLine(milestone, states.get(key) ?? [], planEvents.get(key) ?? [], input.days);
	});
	return judgeByPredecessors(lines, input.dependencies, input.days.factDay);
}

/** The same lines, at risk as well when the plan of one that comes before has passed. */
function judgeByPredecessors(
	lines: readonly MilestoneLine[],
	dependencies: LinesInput['dependencies'],
	day: Day
): MilestoneLine[] {
	const before = new Map(dependencies.map((step) => [step.milestoneCode, step.dependsOn]));
	const overdue = lines.filter((line) => isPlanPassed(line, day));
	return lines.map((line) => ({
		...line,
		lateness: lateness(
			{
				...line,
				predecessorOverdue: overdue.some(
					(other) =>
						before.get(line.milestoneCode)?.includes(other.milestoneCode) &&
						isTogether(line, other) &&
						!isReachedElsewhere(line, other, lines)
				)
			},
			day
		)
	}));
}

/** A step of the library waits for its first point: once one is that far, later ones hold up nothing. */
function isReachedElsewhere(
	{ subject }: MilestoneLine,
	other: MilestoneLine,
	lines: readonly MilestoneLine[]
): boolean {
	if (!isLibrary(subject) || isLibrary(other.subject)) return false;
	return lines.some(
		(one) =>
			!isLibrary(one.subject) &&
			one.milestoneCode === other.milestoneCode &&
			one.status === 'achieved'
	);
}

/** A library's steps may wait for those of its points, a point's for its library's and its own. */
function isTogether({ subject }: MilestoneLine, { subject: other }: MilestoneLine): boolean {
	return isLibrary(subject) || isLibrary(other) || subject.id === other.id;
}

const isLibrary = ({ level }: Subject) => level === 'library';

function milestonesOfSubject(subject: Subject) {
	return codesOf(subject.level).map((milestoneCode) => ({ subject, milestoneCode }));
}

function codesOf(level: SubjectLevel): string[] {
	return [...MILESTONES, ...DUTIES].filter((step) => step.level === level).map(({ code }) => code);
}

import type { Day } from '#lib/base/day/day.ts';
import { isPlanPassed, lateness } from './lateness.ts';
import {
	milestoneLine,
	type LaneState,
	type MilestoneLine,
	type PlanEvent,
	type SubjectIds
} from './line.ts';
import { DUTIES, MILESTONES, type SubjectLevel } from './milestone.ts';

interface LinesInput {
	subjects: { libraryId: number | null; informationPointIds: readonly number[] };
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
	const states = groupByMilestone(input.states);
	const planEvents = groupByMilestone(input.planEvents);
	const lines = milestonesOfSubjects(input.subjects).map((milestone) => {
		const key = keyOf(milestone);
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
	line: SubjectIds,
	other: MilestoneLine,
	lines: readonly MilestoneLine[]
): boolean {
	if (line.informationPointId !== null || other.informationPointId === null) return false;
	return lines.some(
		({ milestoneCode, informationPointId, status }) =>
			informationPointId !== null && milestoneCode === other.milestoneCode && status === 'achieved'
	);
}

/** A library's steps may wait for those of its points, a point's for its library's and its own. */
function isTogether(line: SubjectIds, other: SubjectIds): boolean {
	if (line.informationPointId === null || other.informationPointId === null) return true;
	return line.informationPointId === other.informationPointId;
}

function milestonesOfSubjects({ libraryId, informationPointIds }: LinesInput['subjects']) {
	const ofLibrary = libraryId === null ? [] : codesOf('library').map(ofSubject(libraryId, null));
	const ofPoints = informationPointIds.map((id) =>
		codesOf('information_point').map(ofSubject(null, id))
	);
	return [...ofLibrary, ...ofPoints.flat()];
}

function ofSubject(libraryId: number | null, informationPointId: number | null) {
	return (milestoneCode: string) => ({ libraryId, informationPointId, milestoneCode });
}

function codesOf(level: SubjectLevel): string[] {
	return [...MILESTONES, ...DUTIES].filter((step) => step.level === level).map(({ code }) => code);
}

function groupByMilestone<T extends SubjectIds & { milestoneCode: string }>(
	rows: readonly T[]
): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group) group.push(row);
		else groups.set(keyOf(row), [row]);
	}
	return groups;
}

function keyOf(row: SubjectIds & { milestoneCode: string }): string {
	return `${row.libraryId}|${row.informationPointId}|${row.milestoneCode}`;
}

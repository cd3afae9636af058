import type { DayNumber } from '#lib/base/day/day-number.ts';
import { milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import type { MilestoneProgress } from '#lib/ledger/milestone/progress.ts';
import { placeCount } from '#lib/ledger/point-states/place-standings.ts';
import type { PointStates } from '#lib/ledger/point-states/point-states.ts';
import { countPerSubject, type MilestoneCounts, type MilestoneStates } from './milestone-states.ts';

/** How far libraries and points are on (D, K); ask it with `progressOfLibrary` and `progressOfPoint`. */
export interface Progress {
	/** By id of the point, also of those that do not exist on (D, K). */
	ofPoints: MilestoneCounts;
	/** By id of the library: its own milestones and those of the points it has. */
	ofLibraries: MilestoneCounts;
	/** How many points each library has, by its id. */
	pointsOf: Int32Array;
}

/** Some states of points, those that exist on (D, K): `rows` are rows of `states`. */
interface Existing {
	states: PointStates;
	rows: Int32Array;
}

const OWN = milestonesOf('library').length;
const PER_POINT = milestonesOf('information_point').length;

/**
 * Milestones done: a library's are its own and those of the points that it has on (D, K). What is not
 * applicable leaves the denominator; running duties do not count.
 */
export function countProgress(
	milestones: MilestoneStates,
	{ states: { pointId, libraryId }, rows }: Existing,
	on: DayNumber,
	known: DayNumber
): Progress {
	const ofPoints = countPerSubject(milestones.information_point, on, known);
	const own = countPerSubject(milestones.library, on, known);
	const size = Math.max(own.done.length, placeCount(libraryId, rows));
	const ofLibraries = { done: lengthened(own.done, size), spared: lengthened(own.spared, size) };
	const pointsOf = new Int32Array(size);
	for (const row of rows) {
		const [point, library] = [pointId[row]!, libraryId[row]!];
		pointsOf[library]!++;
		// Nothing was said of a point with a higher id than all others.
		ofLibraries.done[library]! += ofPoints.done[point] ?? 0;
		ofLibraries.spared[library]! += ofPoints.spared[point] ?? 0;
	}
	return { ofPoints, ofLibraries, pointsOf };
}

function lengthened(numbers: Int32Array, size: number): Int32Array {
	const longer = new Int32Array(size);
	longer.set(numbers);
	return longer;
}

export function progressOfLibrary(
	{ ofLibraries, pointsOf }: Progress,
	id: number
): MilestoneProgress {
	return progress(ofLibraries, id, OWN + PER_POINT * (pointsOf[id] ?? 0));
}

export function progressOfPoint({ ofPoints }: Progress, id: number): MilestoneProgress {
	return progress(ofPoints, id, PER_POINT);
}

function progress({ done, spared }: MilestoneCounts, id: number, all: number): MilestoneProgress {
	return { done: done[id] ?? 0, applicable: all - (spared[id] ?? 0) };
}

/** Which part is done; null when nothing applies. */
export function shareDone({ done, applicable }: MilestoneProgress): number | null {
	return applicable === 0 ? null : done / applicable;
}

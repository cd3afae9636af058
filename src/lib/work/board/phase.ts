import { MILESTONES, type Phase } from '#lib/ledger/milestone/milestone.ts';
import type { SubjectLevel } from '#lib/ledger/subject/subject.ts';

/** The columns of the board, with the word of each in the address (`?fase=…`). */
export const BOARD_PHASES = [
	'aanvraag',
	'voorbereiding',
	'inrichting',
	'opening',
	'borging',
	'gereed'
] as const satisfies readonly (Phase | 'gereed')[];
export type BoardPhase = (typeof BOARD_PHASES)[number];

/** How far a location is: the milestones that it has behind it (reached, or not applicable). */
export interface PointSteps {
	id: number;
	done: readonly string[];
	/** It opened, and is not closed for good. */
	opened: boolean;
	/** Closed for good. */
	closed: boolean;
}

/** The same of a library, with the locations that it has. */
export interface LibrarySteps {
	done: readonly string[];
	points: readonly PointSteps[];
}

/** A milestone that is still to come; `pointId` is null for one of the library. */
export interface NextStep {
	milestoneCode: string;
	pointId: number | null;
}

/**
 * The column of a library. Once a location of it opened, it is past the opening, whatever later
 * locations still have to do, and whatever earlier step was never recorded; until then it is in the
 * first phase in which the library or its furthest location has a step to go.
 */
export function phaseOf(library: LibrarySteps): BoardPhase {
	const next = nextStep(library);
	if (library.points.some(({ opened }) => opened)) return next === null ? 'gereed' : 'borging';
	const phase = MILESTONES.find(({ code }) => code === next?.milestoneCode)?.phase;
	return phase === 'borging' ? 'opening' : (phase ?? 'opening');
}

/** The first step that the library or its furthest location has not behind it; null when all are. */
export function nextStep(library: LibrarySteps): NextStep | null {
	const point = furthestPoint(library.points);
	for (const { code, level } of MILESTONES) {
		const done = level === 'library' ? library.done : (point?.done ?? []);
		if (done.includes(code)) continue;
		return { milestoneCode: code, pointId: level === 'library' ? null : (point?.id ?? null) };
	}
	return null;
}

/** The phase of a location by itself: that of its first step to go. */
export function phaseOfPoint({ opened, done }: PointSteps): BoardPhase {
	const next = ofLevel('information_point').find(({ code }) => !done.includes(code));
	if (next === undefined) return 'gereed';
	return opened ? 'borging' : next.phase;
}

/** An open one before others, then the one with most behind it; none that is closed for good. */
function furthestPoint(points: readonly PointSteps[]): PointSteps | undefined {
	return points
		.filter(({ closed }) => !closed)
		.toSorted(
			(a, b) => Number(b.opened) - Number(a.opened) || b.done.length - a.done.length || a.id - b.id
		)[0];
}

const ofLevel = (level: SubjectLevel) => MILESTONES.filter((one) => one.level === level);

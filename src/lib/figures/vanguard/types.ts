import type { Day } from '#lib/base/day/day.ts';
import type { View } from '#lib/base/selection/view.ts';
import type { ProgrammeEvent } from '#lib/programme/programme-event/programme-event.ts';
import type { PublicRound } from '#lib/programme/selection-round/selection-round.ts';
import type { Spread } from './spread.ts';

/** A library organisation on (D, K), with what is compared of it. */
export interface ComparedLibrary {
	id: number;
	slug: string;
	name: string;
	mainTown: string | null;
	province: string;
	/** Where its main town lies. */
	lat: number;
	lon: number;
	isVanguard: boolean;
	/** The day of its application; without one the day on which its first opening was planned. */
	startedOn: Day | null;
	/** The first opening of a point that is realised. */
	openedOn: Day | null;
	/** Open points in libraries. */
	locations: number;
	milestonesDone: number;
	milestonesApplicable: number;
	/** Of its work area, each municipality by its share. */
	inhabitants: number;
	/** Of these in municipalities with an open point. */
	covered: number;
}

/** How the openings of a group went against their first plan. */
export interface Slips {
	/** Openings with a first plan. */
	openings: number;
	medianDays: number | null;
	/** Not later than four weeks after the first plan. */
	inTime: number;
}

/** The kopgroep, or the rest. */
export interface GroupNumbers {
	libraries: number;
	open: number;
	/** Within so many weeks half of those with a known start had opened; null when half has not. */
	medianWeeks: number | null;
	/** With a known start. */
	started: number;
	locations: number;
	slips: Slips;
	milestonesDone: number;
	milestonesApplicable: number;
	inhabitants: number;
	covered: number;
}

/** How far the choice was on D: not called yet, open for applications, being judged, made, at work. */
export type Stage = 'before' | 'open' | 'judging' | 'chosen' | 'started';

/** The choice of the kopgroep, and what became of it on (D, K). */
export interface Vanguard {
	view: View;
	today: Day;
	demoData: boolean;
	stage: Stage;
	/** As published; null before the choice was made. */
	applied: number | null;
	chosen: number | null;
	/** From the call to the opening, as the timeline has them. */
	events: ProgrammeEvent[];
	/** The chosen libraries that exist on D, in the order of the country from north to south. */
	members: ComparedLibrary[];
	groups: { vanguard: GroupNumbers; rest: GroupNumbers };
	/** Null with fewer than two. */
	spread: Spread | null;
	/** Every province: how many of its libraries were chosen. */
	/** Rounds after the kopgroep that had opened by D, the last first. */
	rounds: PublicRound[];
	provinces: { name: string; chosen: number; libraries: number }[];
}

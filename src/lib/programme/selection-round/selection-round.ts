import type { Day } from '#lib/base/day/day.ts';

export const ROUND_STATES = ['open', 'closed', 'withdrawn'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** What can become of an application; a mistake was never there. */
export const DECISIONS = ['applied', 'selected', 'not_selected', 'withdrawn', 'mistake'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Scores run from the one to the other. */
export const LOWEST_SCORE = 1;
export const HIGHEST_SCORE = 10;
export const MOST_CRITERIA = 8;
export const MOST_SEATS = 1_000;
export const LONGEST_ROUND_NAME = 200;
export const LONGEST_CRITERION = 180;

/** What is said of a round in which libraries apply. */
export interface RoundSaid {
	nameNl: string;
	nameEn: string;
	opensOn: Day;
	/** The last day of applying. */
	closesOn: Day;
	seats: number;
	/** What is looked at, one a line. */
	criteria: string;
	source: string;
}

/** One telling of a round; the last one counts. */
export interface RoundEntry extends RoundSaid {
	id: number;
	code: string;
	state: RoundState;
	/** When it was closed with its decision; null before that. */
	decidedOn: Day | null;
	changeReason: string | null;
	recordedOn: Day;
	/** By name, or her organisation when the account is gone. */
	author: string;
}

export interface ApplicationSaid {
	libraryId: number;
	receivedOn: Day;
	decision: Decision;
	/** By criterion; null: not scored. */
	scores: (number | null)[];
}

/** One telling of the application of a library; the last one counts. */
export interface ApplicationEntry extends ApplicationSaid {
	id: number;
	slug: string;
	name: string;
	recordedOn: Day;
	author: string;
}

export const criteriaOf = ({ criteria }: Pick<RoundSaid, 'criteria'>): string[] =>
	criteria.split('\n').flatMap((line) => line.trim() || []);

/** The mean of what was scored; null without any. */
export function meanScore(scores: readonly (number | null)[]): number | null {
	const given = scores.filter((score) => score !== null);
	if (given.length === 0) return null;
	return given.reduce((sum, score) => sum + score, 0) / given.length;
}

/** Why a round cannot be closed with what is decided; null when it can. */
export function closingProblem(
	{ seats }: Pick<RoundSaid, 'seats'>,
	applications: readonly Pick<ApplicationSaid, 'decision'>[]
): 'undecided' | 'nobody' | 'too_many' | null {
	const count = (decision: Decision) =>
		applications.filter((one) => one.decision === decision).length;
	if (count('applied') > 0) return 'undecided';
	if (count('selected') === 0) return 'nobody';
	return count('selected') > seats ? 'too_many' : null;
}

/** A round as the public sees it: who was not chosen is a number, and scores are nobody's business. */
export interface PublicRound {
	code: string;
	nameNl: string;
	nameEn: string;
	opensOn: Day;
	closesOn: Day;
	seats: number;
	criteria: string;
	source: string;
	decidedOn: Day | null;
	applied: number;
	selected: { slug: string; name: string }[];
	recordedFor: string;
}

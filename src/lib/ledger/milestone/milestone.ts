import type { SubjectLevel } from '#lib/ledger/subject/subject.ts';

/**
 * The milestones of an information point's rollout, in order. Source of the steps: the chapters of
 * Probiblio's template of January 2020 and the KB pages for advisers; the division over library and
 * location and all offsets are proposals that KB can change (they are stored as template versions).
 */
export const MILESTONES = [
	{ code: 'aanvraag', level: 'library', phase: 'aanvraag' },
	{ code: 'beschikking', level: 'library', phase: 'aanvraag' },
	{ code: 'projectplan', level: 'library', phase: 'voorbereiding' },
	{ code: 'variant', level: 'information_point', phase: 'voorbereiding' },
	{ code: 'netwerk', level: 'library', phase: 'voorbereiding' },
	{ code: 'inrichting', level: 'information_point', phase: 'inrichting' },
	{ code: 'werkafspraken', level: 'library', phase: 'inrichting' },
	{ code: 'elearning', level: 'library', phase: 'inrichting' },
	{ code: 'training', level: 'library', phase: 'inrichting' },
	{ code: 'gids', level: 'information_point', phase: 'inrichting' },
	{ code: 'communicatie', level: 'information_point', phase: 'inrichting' },
	{ code: 'opening', level: 'information_point', phase: 'opening' },
	{ code: 'registratie', level: 'information_point', phase: 'opening' },
	{ code: 'borging', level: 'library', phase: 'borging' }
] as const satisfies readonly { code: string; level: SubjectLevel; phase: Phase }[];

/** Running duties: they start but are never finished, so they do not count in "milestones done". */
export const DUTIES = [
	{ code: 'cursusaanbod', level: 'library', phase: 'doorlopend' },
	{ code: 'verantwoording', level: 'library', phase: 'doorlopend' }
] as const satisfies readonly { code: string; level: SubjectLevel; phase: Phase }[];

/** What an information point does after (or instead of) opening: open, temporarily closed, online only. */
export const OPERATION = 'operation';
/** The record of a library or point as a whole, for "still right". */
export const RECORD = 'record';

export type Phase =
	'aanvraag' | 'voorbereiding' | 'inrichting' | 'opening' | 'borging' | 'doorlopend';
export type MilestoneCode = (typeof MILESTONES)[number]['code'];
export type DutyCode = (typeof DUTIES)[number]['code'];

export const MILESTONE_CODES: readonly MilestoneCode[] = MILESTONES.map(({ code }) => code);

export function isMilestoneCode(code: string): code is MilestoneCode {
	return MILESTONES.some((milestone) => milestone.code === code);
}

/** The milestones that are kept per library, or per information point, in order. */
export function milestonesOf(level: SubjectLevel): readonly MilestoneCode[] {
	return MILESTONES.filter((milestone) => milestone.level === level).map(({ code }) => code);
}

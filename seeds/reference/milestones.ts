import {
	DUTIES,
	MILESTONES,
	OPERATION,
	RECORD,
	type DutyCode,
	type MilestoneCode
} from '#lib/ledger/milestone/milestone.ts';

type StepCode = MilestoneCode | DutyCode;

/** Everything an event can be about, in order. */
export const MILESTONE_ROWS = [
	...MILESTONES.map((milestone) => ({ ...milestone, kind: 'milestone' })),
	...DUTIES.map((duty) => ({ ...duty, kind: 'duty' })),
	{ code: OPERATION, level: 'information_point', phase: 'geen', kind: 'operation' },
	{ code: RECORD, level: 'either', phase: 'geen', kind: 'record' }
].map((row, index) => ({ ...row, position: index + 1 }));

export type TemplateProfile = 'kopgroep' | 'regulier';

export interface TemplateStep {
	milestoneCode: StepCode;
	/** Weeks after the application; null for a duty that returns each year. */
	offsetWeeks: number | null;
	dependsOn: StepCode[];
	notApplicableAllowed: boolean;
}

interface Offsets {
	kopgroep: number | null;
	regulier: number | null;
	dependsOn: StepCode[];
}

/**
 * Weeks after the application. Only the application, the opening and a few steps around them agree
 * with published lead times (17 weeks for the kopgroep, at most about 40 for the others); the rest
 * is a proposal that KB can change.
 */
const OFFSETS: Record<StepCode, Offsets> = {
	aanvraag: { kopgroep: 0, regulier: 0, dependsOn: [] },
	beschikking: { kopgroep: 6, regulier: 8, dependsOn: ['aanvraag'] },
	projectplan: { kopgroep: 7, regulier: 14, dependsOn: ['beschikking'] },
	variant: { kopgroep: 9, regulier: 18, dependsOn: ['projectplan'] },
	netwerk: { kopgroep: 12, regulier: 28, dependsOn: ['projectplan'] },
	inrichting: { kopgroep: 14, regulier: 30, dependsOn: ['variant'] },
	werkafspraken: { kopgroep: 14, regulier: 30, dependsOn: ['variant', 'netwerk'] },
	elearning: { kopgroep: 13, regulier: 30, dependsOn: ['variant'] },
	training: { kopgroep: 15, regulier: 32, dependsOn: ['werkafspraken', 'elearning'] },
	gids: { kopgroep: 16, regulier: 33, dependsOn: ['variant', 'inrichting'] },
	communicatie: { kopgroep: 16, regulier: 34, dependsOn: ['netwerk'] },
	opening: { kopgroep: 17, regulier: 36, dependsOn: ['training', 'gids'] },
	registratie: { kopgroep: 17, regulier: 37, dependsOn: ['opening'] },
	borging: { kopgroep: 43, regulier: 62, dependsOn: ['opening'] },
	cursusaanbod: { kopgroep: 6, regulier: 8, dependsOn: ['beschikking'] },
	verantwoording: { kopgroep: null, regulier: null, dependsOn: ['beschikking'] }
};

const SOURCE =
	'proposal, after the chapters of the action plan of Probiblio (January 2020), the KB pages for advisers and published lead times';

function stepsOf(profile: TemplateProfile): TemplateStep[] {
	return [...MILESTONES, ...DUTIES].map(({ code }) => ({
		milestoneCode: code,
		offsetWeeks: OFFSETS[code][profile],
		dependsOn: OFFSETS[code].dependsOn,
		notApplicableAllowed: code === 'inrichting'
	}));
}

/** Version 1 of both templates: `kopgroep` opens in week 17, `regulier` in week 36. */
export const TEMPLATES = (['kopgroep', 'regulier'] as const).map((profile) => ({
	profile,
	version: 1,
	validFrom: '2019-01-01',
	source: SOURCE,
	confidence: 'estimated',
	steps: stepsOf(profile)
}));

/** Weeks from the application to a milestone in a profile; 0 for the yearly duty. */
export function offsetWeeks(profile: TemplateProfile, code: StepCode): number {
	return OFFSETS[code][profile] ?? 0;
}

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
	owners: string[];
	evidenceNl: string;
	evidenceEn: string;
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

/** Who sees to a step, and what shows that it is done (a proposal, as the offsets are). */
const DUE: Record<StepCode, { owners: string[]; evidenceNl: string; evidenceEn: string }> = {
	aanvraag: {
		owners: ['bibliotheek', 'poi'],
		evidenceNl: 'Ontvangstbevestiging van het subsidieloket, met de gevraagde startdatum',
		evidenceEn: 'Receipt of the subsidy desk, with the start asked for'
	},
	beschikking: {
		owners: ['kb'],
		evidenceNl: 'Nummer en bedrag van de beschikking',
		evidenceEn: 'Number and amount of the decision'
	},
	projectplan: {
		owners: ['bibliotheek', 'poi'],
		evidenceNl: 'Link naar het plan, en welke functie projectleider is',
		evidenceEn: 'Link to the plan, and which position leads the project'
	},
	variant: {
		owners: ['bibliotheek'],
		evidenceNl: 'Variant, openingstijden en rooster',
		evidenceEn: 'Variant, opening hours and roster'
	},
	netwerk: {
		owners: ['bibliotheek'],
		evidenceNl: 'Met ten minste één partner een afspraak',
		evidenceEn: 'An agreement with at least one partner'
	},
	inrichting: {
		owners: ['bibliotheek'],
		evidenceNl: 'Foto, en ten minste één pc en printer in G!DS',
		evidenceEn: 'Photo, and at least one pc and printer in G!DS'
	},
	werkafspraken: {
		owners: ['bibliotheek', 'poi'],
		evidenceNl: 'Verslag of dag van het gesprek',
		evidenceEn: 'Minutes or day of the talk'
	},
	elearning: {
		owners: ['medewerkers'],
		evidenceNl: 'Hoeveel medewerkers klaar zijn, van hoeveel',
		evidenceEn: 'How many staff are done, of how many'
	},
	training: {
		owners: ['poi'],
		evidenceNl: 'Dag, vorm en aantal deelnemers (hoogstens 16)',
		evidenceEn: 'Day, form and number of participants (at most 16)'
	},
	gids: {
		owners: ['bibliotheek', 'poi'],
		evidenceNl: 'Nummer in G!DS en dag van de controle',
		evidenceEn: 'Number in G!DS and day of the check'
	},
	communicatie: {
		owners: ['bibliotheek'],
		evidenceNl: 'Welk promotiemateriaal in gebruik is',
		evidenceEn: 'Which promotional material is in use'
	},
	opening: {
		owners: ['bibliotheek'],
		evidenceNl: 'Openingsdag, en of het volledig of kleinschalig is',
		evidenceEn: 'Opening day, and whether in full or on a small scale'
	},
	registratie: {
		owners: ['bibliotheek', 'kb'],
		evidenceNl: 'Dag van het account en van de eerste registratie',
		evidenceEn: 'Day of the account and of the first registration'
	},
	borging: {
		owners: ['bibliotheek', 'poi', 'gemeente'],
		evidenceNl: 'Verslag van de evaluatie en afspraak met de gemeente',
		evidenceEn: 'Note of the evaluation and agreement with the municipality'
	},
	cursusaanbod: {
		owners: ['bibliotheek'],
		evidenceNl: 'Groepen en deelnemers per jaar',
		evidenceEn: 'Groups and participants per year'
	},
	verantwoording: {
		owners: ['bibliotheek'],
		evidenceNl: 'Vragenlijst ingevuld, paragraaf in de jaarrekening',
		evidenceEn: 'Survey filled in, paragraph in the annual account'
	}
};

const SOURCE =
	'proposal, after the chapters of the action plan of Probiblio (January 2020), the KB pages for advisers and published lead times';

function stepsOf(profile: TemplateProfile): TemplateStep[] {
	return [...MILESTONES, ...DUTIES].map(({ code }) => ({
		milestoneCode: code,
		offsetWeeks: OFFSETS[code][profile],
		dependsOn: OFFSETS[code].dependsOn,
		notApplicableAllowed: code === 'inrichting',
		...DUE[code]
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

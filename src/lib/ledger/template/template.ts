/** Who may see to a step: never a person. */
export const OWNERS = ['bibliotheek', 'poi', 'kb', 'medewerkers', 'gemeente'] as const;
export type Owner = (typeof OWNERS)[number];

/** A step as a version of a template has it. */
export interface Step {
	milestoneCode: string;
	/** How this version calls it; null where it is called as everywhere else. */
	nameNl: string | null;
	nameEn: string | null;
	/** Weeks after the application; null for a duty that returns each year. */
	offsetWeeks: number | null;
	owners: Owner[];
	/** What shows that it is done. */
	evidenceNl: string | null;
	evidenceEn: string | null;
	dependsOn: string[];
	notApplicableAllowed: boolean;
}

/** The last week that a step can have; a constraint of the database says the same. */
export const LAST_WEEK = 260;

export type StepField = Exclude<keyof Step, 'milestoneCode'>;

export const STEP_FIELDS: readonly StepField[] = [
	'nameNl',
	'nameEn',
	'offsetWeeks',
	'owners',
	'evidenceNl',
	'evidenceEn',
	'dependsOn',
	'notApplicableAllowed'
];

/** What one version says otherwise of a step than another. */
export interface StepChange {
	milestoneCode: string;
	field: StepField;
	from: Step;
	to: Step;
}

/** What changes from one version to another, in the order of the steps. */
export function changesBetween(from: readonly Step[], to: readonly Step[]): StepChange[] {
	const before = new Map(from.map((step) => [step.milestoneCode, step]));
	return to.flatMap((step) => {
		const old = before.get(step.milestoneCode);
		if (!old) return [];
		const differs = STEP_FIELDS.filter((field) => textOf(old[field]) !== textOf(step[field]));
		return differs.map((field) => ({
			...{ milestoneCode: step.milestoneCode, field, from: old, to: step }
		}));
	});
}

/** The order of owners and of what a step waits for says nothing. */
const textOf = (value: Step[StepField]): string =>
	JSON.stringify(Array.isArray(value) ? [...value].sort() : value);

/** The steps that wait for themselves, over others or not: nobody could ever do them in order. */
export function circularSteps(steps: readonly Step[]): string[] {
	const waitsFor = new Map(steps.map((step) => [step.milestoneCode, step.dependsOn]));
	const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
		(waitsFor.get(from) ?? []).some((next) => {
			if (next === goal) return true;
			if (seen.has(next)) return false;
			seen.add(next);
			return reaches(next, goal, seen);
		});
	return steps.map(({ milestoneCode }) => milestoneCode).filter((code) => reaches(code, code));
}

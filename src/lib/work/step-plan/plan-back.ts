import { addDays, earliestDay, type Day } from '#lib/base/day/day.ts';
import { orderWarnings, LAST_START, type Warning } from '#lib/work/update/warnings.ts';
import { isAchieved, type MilestoneSituation } from '#lib/work/update/situation.ts';
import type { TemplateStep } from '#lib/work/update/work-subject.ts';
import type { OpeningDay, StepLine } from './types.ts';

/** What the steps of one library or location are counted from. */
export interface Planned {
	/** Its steps in order, with the weeks of its template. */
	steps: readonly TemplateStep[];
	/** How each of its own steps stands. */
	own: ReadonlyMap<string, MilestoneSituation>;
	/** How the steps that it may wait for stand: its own, and for a location those of its library. */
	others: ReadonlyMap<string, MilestoneSituation>;
	opening: OpeningDay;
}

/**
 * The open steps of a library or location, each as many weeks before (or after) its opening as its
 * template says. Whatever is done, does not apply, or has no week in the template is left out; a plan
 * that was made stays as it is unless somebody chooses otherwise.
 */
export function planBack(
	{ steps, own, others, opening }: Planned,
	keyOf: (code: string) => string,
	today: Day
): StepLine[] {
	const openingWeeks = steps.find(({ milestoneCode }) => milestoneCode === 'opening')?.offsetWeeks;
	if (openingWeeks == null) return [];
	const dayOf = (weeks: number): Day => addDays(opening.on, (weeks - openingWeeks) * 7);
	const lines = steps.flatMap(({ milestoneCode, offsetWeeks }): StepLine[] => {
		const situation = own.get(milestoneCode);
		if (!situation || offsetWeeks === null || isSettled(situation)) return [];
		const planOn = situation.plan?.targetOn ?? null;
		const countedOn = dayOf(offsetWeeks);
		const fate = fateOf(planOn, countedOn, today);
		return [
			{
				...{ key: keyOf(milestoneCode), milestoneCode, planOn, countedOn, fate },
				basedOn: situation.lastEvent?.id ?? null,
				onHold: situation.status?.kind === 'on_hold',
				proposedOn: fate === 'past' ? null : countedOn,
				warnings: []
			}
		];
	});
	const dayAfterwards = (code: string): Day | null => {
		const line = lines.find(({ milestoneCode }) => milestoneCode === code);
		if (line) return dayOfLine(line);
		const other = others.get(code);
		return other && !isSettled(other) ? (other.plan?.targetOn ?? null) : null;
	};
	const waitsFor = new Map(steps.map((step) => [step.milestoneCode, step.dependsOn]));
	return lines.map((line) => ({
		...line,
		warnings: warningsOf(line, waitsFor.get(line.milestoneCode) ?? [], dayAfterwards)
	}));
}

/** The first day on which one of the locations of a library opened, or else plans to. */
export function firstOpening(openings: readonly (OpeningDay | null)[]): OpeningDay | null {
	const on = earliestDay(openings.map((opening) => opening?.on));
	return openings.find((opening) => opening !== null && opening.on === on) ?? null;
}

/** When a location opened or plans to; null where nobody said. */
export function openingOf(opening: MilestoneSituation): OpeningDay | null {
	if (isAchieved(opening)) return { on: opening.status!.effectiveOn, said: 'achieved' };
	const planOn = opening.plan?.targetOn;
	return planOn ? { on: planOn, said: 'planned' } : null;
}

/** Whether a line is filled in beforehand: only what has no plan yet. */
export const isTakenAtFirst = ({ fate, onHold }: StepLine): boolean => fate === 'new' && !onHold;

const isSettled = (situation: MilestoneSituation): boolean =>
	isAchieved(situation) || situation.status?.kind === 'not_applicable';

function fateOf(planOn: Day | null, countedOn: Day, today: Day): StepLine['fate'] {
	if (planOn === countedOn) return 'same';
	if (countedOn < today) return 'past';
	return planOn === null ? 'new' : 'moves';
}

/** The day of a step once the form is recorded as it is filled in beforehand. */
const dayOfLine = (line: StepLine): Day | null =>
	isTakenAtFirst(line) ? line.proposedOn : line.planOn;

function warningsOf(
	line: StepLine,
	dependsOn: readonly string[],
	dayAfterwards: (code: string) => Day | null
): Warning[] {
	const on = line.proposedOn ?? line.planOn;
	if (on === null) return [];
	const late: Warning[] =
		line.milestoneCode === 'opening' && on > LAST_START ? [{ code: 'after_last_start' }] : [];
	return [...late, ...orderWarnings(on, dependsOn, dayAfterwards)];
}

import { addDays, type Day } from '#lib/base/day/day.ts';
import { workdayBefore, workdayFrom } from './calendar.ts';
import type { Draft } from './draft.ts';
import { randomFor, type Random } from './random.ts';

/** Stretches in which a wrong opening day changes no published count. */
const SAFE: readonly [Day, Day][] = [
	['2020-09-01', '2020-10-30'],
	['2021-09-20', '2021-10-22'],
	['2022-03-07', '2022-06-10']
];
const WRONG_OPENINGS = 9;
const WRONG_YEARS = 8;
const TOO_EARLY = 12;

/**
 * Mistakes that were put right, so that histories have something to show: an opening recorded with
 * a wrong day, a plan with a wrong year, and a milestone ticked too early and undone. Answers the
 * drafts to add; the ones given become the corrections where needed.
 */
export function withMistakes(drafts: readonly Draft[]): Draft[] {
	const random = randomFor('mistakes');
	const invented = random.shuffle(drafts.filter((draft) => draft.confidence === 'invented'));
	const isSafe = (draft: Draft) =>
		SAFE.some(([from, to]) => from <= draft.effectiveOn && draft.recordedOn <= to);
	const openings = invented.filter(
		(draft) => draft.milestoneCode === 'opening' && draft.kind === 'achieved' && isSafe(draft)
	);
	const plans = invented.filter(
		(draft) => draft.kind === 'planned' && draft.recordedOn < '2022-06-01' && !draft.reasonCode
	);
	const ticked = invented.filter(
		(draft) =>
			['gids', 'communicatie', 'training', 'netwerk'].includes(draft.milestoneCode) &&
			draft.kind === 'achieved' &&
			draft.effectiveOn > '2020-03-01'
	);
	const wrong = new Map<Draft, Draft[]>([
		...openings.slice(0, WRONG_OPENINGS).map((draft) => [draft, wrongDay(random, draft)] as const),
		...plans.slice(0, WRONG_YEARS).map((draft) => [draft, wrongYear(random, draft)] as const),
		...ticked.slice(0, TOO_EARLY).map((draft) => [draft, tooEarly(random, draft)] as const)
	]);
	return drafts.flatMap((draft) => wrong.get(draft) ?? [draft]);
}

function wrongDay(random: Random, draft: Draft): Draft[] {
	const wrong = {
		...draft,
		effectiveOn: workdayBefore(addDays(draft.effectiveOn, -random.between(1, 3)))
	};
	return [wrong, corrected(random, draft, wrong)];
}

function wrongYear(random: Random, draft: Draft): Draft[] {
	const wrong = { ...draft, targetOn: workdayFrom(addDays(draft.targetOn!, 365)) };
	return [wrong, corrected(random, draft, wrong)];
}

function corrected(random: Random, draft: Draft, wrong: Draft): Draft {
	const recordedOn = workdayFrom(addDays(draft.recordedOn, random.between(1, 5)));
	return { ...draft, recordedOn, corrects: wrong };
}

/** Ticked weeks before it was done, and undone within days. */
function tooEarly(random: Random, draft: Draft): Draft[] {
	const effectiveOn = workdayBefore(addDays(draft.effectiveOn, -random.between(30, 50)));
	const wrong = { ...draft, effectiveOn, recordedOn: workdayFrom(addDays(effectiveOn, 2)) };
	const undone: Draft = {
		...wrong,
		kind: 'undone',
		recordedOn: workdayFrom(addDays(wrong.recordedOn, random.between(1, 8))),
		corrects: wrong
	};
	return [wrong, undone, draft];
}

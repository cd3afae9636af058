import { OWN_CAUSES, type CauseLabel, type MovePart } from './types.ts';

/** Outside the power of the library, within it, or not told. */
export type CauseGroup = 'external' | 'recoverable' | 'untold';

export interface WaterfallStep {
	/** The code of a cause; the groups and the end have a name of their own. */
	key: string;
	group: CauseGroup | 'total';
	/** Where the bar begins and ends, in days from the first plan. */
	from: number;
	to: number;
	moves: number;
}

const GROUPS: readonly CauseGroup[] = ['external', 'recoverable', 'untold'];

/** To which group a cause belongs. A reason that is not on the list any more is untold. */
export function groupOf(cause: string, reasons: readonly CauseLabel[]): CauseGroup {
	const reason = reasons.find(({ code }) => code === cause);
	if (!reason || OWN_CAUSES.some((own) => own === cause)) return 'untold';
	return reason.external ? 'external' : 'recoverable';
}

/**
 * The days lost as steps from the first plan to where things are now: group by group, the largest
 * cause first, what was gained last, and the whole at the end. Each step begins where the one before
 * it ends.
 */
export function waterfall(
	parts: readonly Pick<MovePart, 'cause' | 'days' | 'moves'>[],
	reasons: readonly CauseLabel[]
): WaterfallStep[] {
	const causes = [...Map.groupBy(parts, ({ cause }) => cause)]
		.map(([key, of]) => ({
			key,
			group: groupOf(key, reasons),
			days: sum(of.map(({ days }) => days)),
			moves: sum(of.map(({ moves }) => moves))
		}))
		.filter(({ days, moves }) => days !== 0 || moves !== 0)
		.sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || b.days - a.days);
	let at = 0;
	const steps: WaterfallStep[] = causes.map(({ key, group, days, moves }) => {
		const from = at;
		at += days;
		return { key, group, from, to: at, moves };
	});
	if (steps.length === 0) return [];
	const moves = sum(causes.map((cause) => cause.moves));
	return [...steps, { key: 'totaal', group: 'total', from: 0, to: at, moves }];
}

/** Days of the parts, together. */
export function totalDays(parts: readonly Pick<MovePart, 'days'>[]): number {
	return sum(parts.map(({ days }) => days));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

import { parsePlanMoves, type PlanMovesQuery } from '#lib/figures/plan-moves/query.ts';
import { OWN_CAUSES, type PlanMoves } from '#lib/figures/plan-moves/types.ts';
import type { Question } from '#lib/server/figures/page/question.ts';
import { listReasons } from '#lib/server/ledger/reason/queries.ts';
import { listProvinces } from '#lib/server/network/province/queries.ts';
import { listPlanMoves, listMoveParts, listLeadTimes } from './queries.ts';

export interface AskedPlanMoves {
	query: PlanMovesQuery;
	reasons: PlanMoves['reasons'];
}

/** Reads the page's own parameters; the causes that there are stand in the database. */
export async function askPlanMoves({ db, params, notices }: Question): Promise<AskedPlanMoves> {
	const reasons = await listReasons(db);
	const causes = [...reasons.map(({ code }) => code), ...OWN_CAUSES];
	const query = parsePlanMoves(params, causes, notices);
	const labels = reasons.map(({ code, labelNl, labelEn, external }) => {
		return { code, nl: labelNl, en: labelEn, external };
	});
	return { query, reasons: labels };
}

/** Everything of the page about delay, with at most this many moves. */
export async function readPlanMoves(
	{ db, where, view, today, demoData }: Question,
	{ query, reasons }: AskedPlanMoves,
	longest: number
): Promise<PlanMoves> {
	const [provinces, parts, leadTimes, moves] = await Promise.all([
		listProvinces(db),
		listMoveParts(db, where),
		listLeadTimes(db, where),
		listPlanMoves(db, where, query, longest)
	]);
	return { view, query, today, demoData, parts, leadTimes, reasons, provinces, moves };
}

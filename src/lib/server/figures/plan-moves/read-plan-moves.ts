import type { Kysely } from 'kysely';
import { parsePlanMoves } from '#lib/figures/plan-moves/query.ts';
import { OWN_CAUSES, type PlanMoves } from '#lib/figures/plan-moves/types.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listProvinces } from '#lib/server/network/province/queries.ts';
import { listReasons } from '#lib/server/ledger/reason/queries.ts';
import { readView, type ReadView } from '#lib/server/figures/page/read-view.ts';
import { listPlanMoves, listMoveParts, listLeadTimes } from './queries.ts';

/** As many moves as a reader can take in; the file has them all. */
const LONGEST_LIST = 50;

export interface ReadPlanMoves extends Pick<ReadView, 'notices' | 'supportInstitutes'> {
	delay: PlanMoves;
}

/** Reads what an address of the page about delay or one of its files asks for. */
export async function readPlanMovesOf(
	db: Kysely<DB>,
	params: URLSearchParams,
	{ longest = LONGEST_LIST }: { longest?: number } = {}
): Promise<ReadPlanMoves> {
	const [today, { demoData }, reasons, provinces] = await Promise.all([
		readToday(db),
		readDataState(db),
		listReasons(db),
		listProvinces(db)
	]);
	const { view, notices, supportInstitutes, where } = await readView(db, params, today);
	const causes = [...reasons.map(({ code }) => code), ...OWN_CAUSES];
	const query = parsePlanMoves(params, causes, notices);
	const [parts, leadTimes, moves] = await Promise.all([
		listMoveParts(db, where),
		listLeadTimes(db, where),
		listPlanMoves(db, where, query, longest)
	]);
	const labels = reasons.map(({ code, labelNl, labelEn, external }) => {
		return { code, nl: labelNl, en: labelEn, external };
	});
	const delay = {
		view,
		query,
		today,
		demoData,
		parts,
		leadTimes,
		reasons: labels,
		provinces,
		moves
	};
	return { delay, notices, supportInstitutes };
}

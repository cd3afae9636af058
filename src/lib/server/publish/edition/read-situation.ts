import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { Quarter } from '#lib/base/as-of/quarter.ts';
import type { EditionSituation } from '#lib/publish/edition/types.ts';
import { listInformationPoints } from '#lib/server/network/standing/list-information-points.ts';
import { listLibraries } from '#lib/server/network/standing/list-libraries.ts';
import { listReasons, type Reasons } from '#lib/server/network/standing/list-reasons.ts';
import { inLocale } from '#lib/server/platform/locale/in-locale.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { askPlanMoves, readPlanMoves } from '#lib/server/figures/plan-moves/read-plan-moves.ts';
import { readProgress } from '#lib/server/figures/progress/read-progress.ts';
import { readParticipation } from '#lib/server/figures/participation/page.ts';
import { readQuestion } from '#lib/server/figures/page/question.ts';
import { readQuestions } from '#lib/server/figures/question/read-questions.ts';
import { readReconciliation } from '#lib/server/figures/reconciliation/service.ts';
import { readMap, type MapStandings } from '#lib/server/figures/map-page/read-map.ts';
import { parseProgress } from '#lib/figures/progress/query.ts';
import { listMilestoneCounts } from './list-milestone-counts.ts';

/** More than there can be of anything: an edition has every row. */
const ALL = { sort: 'name', direction: 'asc', page: 1, pageSize: 1_000_000 } as const;

/** Both dates as the pages read them. */
function dateParams({ end }: Quarter, knownOn: Day): URLSearchParams {
	return new URLSearchParams({ peildatum: end, bekendOp: knownOn });
}

/** Why what is late is late, in the language of each report: whoever freezes it may read another. */
export type EditionReasons = Record<'nl' | 'en', Reasons>;

/** Everything of an edition of this quarter as known on `knownOn`, by the questions of the pages; its map apart. */
export async function readEditionSituation(
	db: Kysely<DB>,
	quarter: Quarter,
	knownOn: Day
): Promise<{
	situation: EditionSituation;
	standings: MapStandings;
	reasons: EditionReasons;
}> {
	const question = await readQuestion(db, dateParams(quarter, knownOn));
	const { params, view, where, notices, dataVersion } = question;
	const { asOf } = view;
	const query = parseProgress(params, view, notices, question.today);
	const [progress, delay] = await Promise.all([
		readProgress(db, where, { ...question, query }),
		readPlanMoves(question, await askPlanMoves(question), 0)
	]);
	const [
		reconciliation,
		questions,
		participation,
		milestones,
		libraries,
		points,
		standings,
		nl,
		en
	] = await Promise.all([
		readReconciliation(db, asOf),
		readQuestions(db, where, progress),
		readParticipation(question),
		listMilestoneCounts(db, where),
		listLibraries(db, where, ALL),
		listInformationPoints(db, where, ALL),
		readMap(db, where, progress.view, { milestones: true }),
		inLocale('nl', () => listReasons(db, where)),
		inLocale('en', () => listReasons(db, where))
	]);
	const situation = {
		quarter,
		knownOn,
		progress,
		delay,
		reconciliation,
		questions,
		participation,
		milestones,
		libraries: libraries.rows,
		municipalities: standings.municipalities,
		points: points.rows,
		dataVersion,
		forecast: null
	};
	return { situation, standings, reasons: { nl, en } };
}

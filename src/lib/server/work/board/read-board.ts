import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { BOARD_PHASES, nextStep, phaseOf, phaseOfPoint } from '#lib/work/board/phase.ts';
import type { BoardParams } from '#lib/work/board/params.ts';
import type { BoardCard, BoardColumn } from '#lib/work/board/types.ts';
import type { WorkScope } from '#lib/server/work/update/in-scope.ts';
import { countToolkits } from '#lib/server/programme/toolkit/queries.ts';
import { listCardFacts, listLibrarySteps, type CardFacts, type LibraryRow } from './queries.ts';

/** Cards of a column as long as all columns are shown; of one column there are pages. */
export const CARDS_PER_COLUMN = 20;
export const CARDS_PER_PAGE = 60;

export interface Board {
	columns: BoardColumn[];
	/** Of the column that is shown alone; else 1. */
	pageCount: number;
}

/** The libraries of a POI (or all) in the phases in which they are today. */
export async function readBoard(
	db: Kysely<DB>,
	scope: WorkScope,
	{ phase: only, page }: Pick<BoardParams, 'phase' | 'page'>,
	today: Day
): Promise<Board> {
	const rows = await listLibrarySteps(db, scope, today);
	const inPhase = Map.groupBy(rows, phaseOf);
	const columns = BOARD_PHASES.filter((phase) => only === null || phase === only).map((phase) => {
		const all = inPhase.get(phase) ?? [];
		const from = only === null ? 0 : (page - 1) * CARDS_PER_PAGE;
		const size = only === null ? CARDS_PER_COLUMN : CARDS_PER_PAGE;
		return { phase, count: all.length, shown: all.slice(from, from + size) };
	});
	const ids = columns.flatMap(({ shown }) => shown.map(({ id }) => id));
	const [facts, toolkits] = await Promise.all([
		listCardFacts(db, ids, today),
		countToolkits(db, ids, today)
	]);
	return {
		columns: columns.map(({ phase, count, shown }) => ({
			phase,
			count,
			cards: shown.map((row) => ({
				...toCard(row, facts.get(row.id)!),
				toolkit: toolkits.get(row.id) ?? { there: 0, needed: 0 }
			}))
		})),
		pageCount:
			only === null ? 1 : Math.max(1, Math.ceil((inPhase.get(only)?.length ?? 0) / CARDS_PER_PAGE))
	};
}

function toCard(
	row: LibraryRow,
	{ overdue, lastOn, plans, points }: CardFacts
): Omit<BoardCard, 'toolkit'> {
	const { id, slug, name } = row;
	const stepsOf = new Map(row.points.map((point) => [point.id, point]));
	const next = nextStep(row);
	return {
		...{ id, slug, name, overdue, lastOn, phase: phaseOf(row) },
		next: next && {
			milestoneCode: next.milestoneCode,
			pointName: points.find((point) => point.id === next.pointId)?.name ?? null,
			planOn:
				plans.find(
					(plan) => plan.milestoneCode === next.milestoneCode && plan.pointId === next.pointId
				)?.planOn ?? null
		},
		points: points.flatMap((point) => {
			const steps = stepsOf.get(point.id);
			if (!steps || steps.closed) return [];
			return [{ ...point, opened: steps.opened, phase: phaseOfPoint(steps) }];
		})
	};
}

import { answerFigures } from '#lib/server/publish/api/answer-figures.ts';
import { preflight } from '#lib/server/publish/api/respond.ts';
import { readReconciliationOf } from '#lib/server/figures/reconciliation/service.ts';
import type { RequestHandler } from './$types';

/** Public. Every published count beside ours of its own day. */
export const GET: RequestHandler = (event) =>
	answerFigures(event, async (db, params) => {
		const { notices, context, ...figure } = await readReconciliationOf(db, params);
		return { notices, context, figures: [{ name: 'cijfers', ...figure }] };
	});

export const OPTIONS: RequestHandler = preflight;

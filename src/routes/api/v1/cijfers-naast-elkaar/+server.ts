import { answerFigures } from '#lib/server/api/answer-figures.ts';
import { preflight } from '#lib/server/api/respond.ts';
import { readReconciliationOf } from '#lib/server/reconciliation/service.ts';
import type { RequestHandler } from './$types';

/** Public. Every published count beside ours of its own day. */
export const GET: RequestHandler = (event) =>
	answerFigures(event, async (db, params) => {
		const { notices, context, ...figure } = await readReconciliationOf(db, params);
		return { notices, context, figures: [{ name: 'cijfers', ...figure }] };
	});

export const OPTIONS: RequestHandler = preflight;

import { logAction, type Action } from '#lib/server/platform/log/log.ts';

/** As {@link logAction}; origin and actor follow from the request. `done` unless said otherwise. */
export function logVisit(
	{ visit, user }: App.Locals,
	action: Omit<Action, 'origin' | 'actor' | 'result'> & { result?: Action['result'] }
): void {
	const origin = visit?.address ?? 'unknown';
	logAction({ result: 'done', ...action, origin, actor: user?.id ?? 'anonymous' });
}

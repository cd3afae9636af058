import { viewContext } from '#lib/base/selection/figure-context.ts';
import { progressAnswer, toProgressAnswer } from '#lib/figures/progress/answer.ts';
import type { Bought } from '#lib/figures/subsidy/types.ts';
import { figureFiles } from '#lib/figures/progress/figure-files.ts';
import { parseProgress, type ProgressQuery } from '#lib/figures/progress/query.ts';
import type { Fan, RolloutProgress } from '#lib/figures/progress/types.ts';
import { definePage, type Purpose } from '#lib/server/figures/page/define-page.ts';
import { readProgress } from '#lib/server/figures/progress/read-progress.ts';
import { readBought } from '#lib/server/figures/subsidy/read-awards.ts';
import { getForecasts } from './app-forecasts.ts';
import { findFan } from './find-fan.ts';

/** What has no fan asks for none: a forecast takes seconds to make. */
const NO_FAN: Fan = { state: 'too_few', curve: null };
const withFan = new Set(figureFiles.flatMap(({ name, hasFan }) => (hasFan ? [`${name}`] : [])));

function readFan(progress: RolloutProgress, dataVersion: number, purpose: Purpose) {
	if (typeof purpose === 'object' && !withFan.has(purpose.file)) return NO_FAN;
	return findFan(getForecasts(), progress, dataVersion, { needsNewest: purpose !== 'page' });
}

interface Answer {
	progress: RolloutProgress;
	fan: Fan;
	/** What there is for the subsidy; on the page only, files and API have it at /subsidie. */
	bought: Bought | null;
}

/** The curves against the plan; it stands here because the fan of the forecast is on the curve. */
export const progressPage = definePage<ProgressQuery, Answer>({
	path: '/voortgang',
	ask: ({ params, view, notices, today }) => parseProgress(params, view, notices, today),
	read: async ({ db, where, view, demoData, dataVersion }, query, purpose) => {
		const progress = await readProgress(db, where, { view, query, demoData });
		const [fan, bought] = await Promise.all([
			readFan(progress, dataVersion, purpose),
			purpose === 'page' ? readBought(db, where, progress.headline) : null
		]);
		return { progress, fan, bought };
	},
	context: ({ progress, supportInstitutes }) => viewContext(progress, supportInstitutes),
	files: figureFiles.map(({ name, hasFan, of }) => ({
		name,
		of: ({ progress, fan }) => of(progress, hasFan ? fan.curve : null),
		isBusy: ({ fan }) => hasFan === true && fan.state === 'computing'
	})),
	isUnfinished: ({ fan }) => fan.state === 'computing' || fan.state === 'previous',
	api: {
		operation: 'leesVoortgang',
		tag: 'Voortgang',
		summary: 'Het verloop naast planning, verwachting en doel',
		answered: 'De voortgang.',
		answer: {
			schema: progressAnswer,
			of: ({ progress, fan }, source) => toProgressAnswer(progress, { ...source, fan }),
			state: ({ fan }) => fan.state
		}
	}
});

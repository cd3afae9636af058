import { comparePage } from '#lib/server/figures/compare/page.ts';
import { coveragePage } from '#lib/server/figures/coverage/page.ts';
import { equipmentPage } from '#lib/server/figures/equipment/page.ts';
import { forecastPage } from '#lib/server/figures/forecast/page.ts';
import { freshnessPage } from '#lib/server/figures/freshness/page.ts';
import { headlinePage } from '#lib/server/figures/map-page/headline-page.ts';
import { modelPage } from '#lib/server/figures/operating-model/page.ts';
import { newLocationsPage } from '#lib/server/figures/new-locations/page.ts';
import type { FigurePage } from '#lib/server/figures/page/define-page.ts';
import { participationPage } from '#lib/server/figures/participation/page.ts';
import { planMovesPage } from '#lib/server/figures/plan-moves/page.ts';
import { providerPage } from '#lib/server/figures/provider/page.ts';
import { progressPage } from '#lib/server/figures/forecast/progress-page.ts';
import { questionPage } from '#lib/server/figures/question/page.ts';
import { referralPage } from '#lib/server/figures/referral/page.ts';
import { reconciliationPage } from '#lib/server/figures/reconciliation/page.ts';
import { responsePage } from '#lib/server/figures/response-time/page.ts';
import { timelinePage } from '#lib/server/figures/timeline/page.ts';
import { vanguardPage } from '#lib/server/figures/vanguard/page.ts';
import { whereToGoPage } from '#lib/server/figures/where-to-go/page.ts';
import { subsidyPage } from '#lib/server/figures/subsidy/page.ts';
import { reportingDelayPage } from '#lib/server/figures/reporting-delay/page.ts';

/** What can be asked of any page, whatever it reads. */
export type AnyPage = Pick<FigurePage<unknown>, 'path' | 'parameters' | 'api' | 'ask'>;

/** Every page with figures, in the order of the description of the API. */
export const PAGES: readonly AnyPage[] = [
	headlinePage,
	progressPage,
	planMovesPage,
	forecastPage,
	comparePage,
	reconciliationPage,
	questionPage,
	reportingDelayPage,
	freshnessPage,
	participationPage,
	referralPage,
	coveragePage,
	newLocationsPage,
	whereToGoPage,
	timelinePage,
	providerPage,
	subsidyPage,
	equipmentPage,
	modelPage,
	vanguardPage,
	responsePage
];

/** The page of `/api/v1/NAME`. */
export const findPage = (name: string): AnyPage | undefined =>
	PAGES.find(({ api }) => api.name === name);

import { STATUS_PARAMETER } from '#lib/base/selection/parameters.ts';
import type { Parameter } from '#lib/base/selection/parameter.ts';
import { COMPARE_PARAMETERS } from '#lib/figures/compare/query.ts';
import { COVERAGE_PARAMETERS } from '#lib/figures/coverage/coverage-query.ts';
import { FORECAST_PARAMETERS } from '#lib/figures/forecast/params.ts';
import { NEW_LOCATIONS_PARAMETERS } from '#lib/figures/new-locations/query.ts';
import { PLAN_MOVES_PARAMETERS } from '#lib/figures/plan-moves/query.ts';
import { PROGRESS_PARAMETERS } from '#lib/figures/progress/query.ts';
import { TIMELINE_PARAMETERS } from '#lib/figures/timeline/query.ts';
import { WHERE_TO_GO_PARAMETERS } from '#lib/figures/where-to-go/query.ts';

const NONE: readonly Parameter[] = [];

/** Every page with figures, and what it takes beside both dates and the filters. */
export const PAGE_PARAMETERS = {
	'/': [STATUS_PARAMETER],
	'/voortgang': PROGRESS_PARAMETERS,
	'/vertraging': PLAN_MOVES_PARAMETERS,
	'/prognose': FORECAST_PARAMETERS,
	'/vergelijken': COMPARE_PARAMETERS,
	'/cijfers-naast-elkaar': NONE,
	'/vragen': NONE,
	'/voortgang/meldtijd': NONE,
	'/voortgang/laatst-bekeken': NONE,
	'/voortgang/cursussen': NONE,
	'/voortgang/netwerk': NONE,
	'/dekking': COVERAGE_PARAMETERS,
	'/nieuwe-locaties': NEW_LOCATIONS_PARAMETERS,
	'/waar-terecht': WHERE_TO_GO_PARAMETERS,
	'/tijdlijn': TIMELINE_PARAMETERS,
	'/dienstverleners': NONE,
	'/subsidie': NONE,
	'/toerusting': NONE,
	'/exploitatie': NONE,
	'/kopgroep': NONE,
	'/meldingen': NONE
} satisfies Record<string, readonly Parameter[]>;

export type PagePath = keyof typeof PAGE_PARAMETERS;

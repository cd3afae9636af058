import type { Day } from '#lib/base/day/day.ts';
import type { View } from '#lib/base/selection/view.ts';
import type { DelayCount, MeasuredPeriod, ReportingDelay } from './reporting-delay.ts';

/** Openings in one province of the libraries of one support institute (POI), by delay. */
export interface RegionDelayCount extends DelayCount {
	/** Slug of the support institute. */
	institute: string;
	provinceCode: string;
	/** As `count`, without the filters: of the whole country. */
	everywhere: number;
}

/** Which days of a curve are probably incomplete, and what that is measured by. */
export interface IncompleteDays {
	/** The delay that counts: of what the filters let through, or of the country. */
	delay: ReportingDelay;
	/** Too little came through the filters to measure, so the delay is that of the country. */
	ofCountry: boolean;
	/** The first day that is probably incomplete; null when none up to D is, or nothing is known. */
	from: Day | null;
	/** The last day that facts are told of. */
	to: Day;
}

export interface InstituteDelay extends ReportingDelay {
	slug: string;
	name: string;
	/** The first day that is probably incomplete on K; null when too few were measured. */
	incompleteFrom: Day | null;
}

/** Everything that the page about reporting delay says, as its files and the API say it too. */
export interface ReportingDelays {
	view: View;
	today: Day;
	demoData: boolean;
	/** Null when there is nothing to measure on these dates. */
	period: MeasuredPeriod | null;
	/** What the filters let through, by delay. */
	counts: readonly DelayCount[];
	mark: IncompleteDays;
	/** Of each support institute with openings measured, the slowest first. */
	institutes: readonly InstituteDelay[];
}

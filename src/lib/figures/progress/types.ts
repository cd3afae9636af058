import type { Headline } from '#lib/network/standing/types.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { ForecastDates } from '#lib/figures/forecast/dates.ts';
import type { AreaForecast } from '#lib/figures/forecast/forecast.ts';
import type { IncompleteDays } from '#lib/figures/reporting-delay/types.ts';
import type { DayChange } from '#lib/figures/map-page/time-steps.ts';
import type { Cohort } from '#lib/base/selection/filters.ts';
import type { View } from '#lib/base/selection/view.ts';
import type { CurveFan } from './curve-fan.ts';
import type { ProgressMeasure } from '#lib/base/measure/measure.ts';
import type { ProgressQuery } from './query.ts';

/** By how much something changes in a province from a day on. */
export interface ProvinceChange extends DayChange {
	provinceCode: string;
}

/** `planOpened` is that part of `plan` that has opened by the day of the facts. */
export const PLAN_LANES = ['firstPlan', 'plan', 'planOpened', 'forecast'] as const;
export type PlanLane = (typeof PLAN_LANES)[number];

export interface PlanChange extends ProvinceChange {
	lane: PlanLane;
}

/** Changes of what the curve tells, in order of day. */
export interface Changes {
	fact: readonly DayChange[];
	firstPlan: readonly DayChange[];
	plan: readonly DayChange[];
	planOpened: readonly DayChange[];
	forecast: readonly DayChange[];
}

/**
 * The four lines on one day, and how much of `plan` has opened by the day of the facts. `fact` is null after the last day that facts are known of, `forecast`
 * before it; on that day both are the same.
 */
export interface CurveRow {
	day: Day;
	firstPlan: number;
	plan: number;
	planOpened: number;
	fact: number | null;
	forecast: number | null;
}

export interface ProvinceProgress {
	code: string;
	slug: string;
	name: string;
	/** All things of this kind in the province on D; null where there is no such total. */
	total: number | null;
	fact: number;
	firstPlan: number;
	plan: number;
	/** First plan less fact: how far it is behind. */
	gap: number;
	/** Days of its own chart, up to D. */
	rows: readonly ProvinceRow[];
	/** The first day that is probably incomplete; null when none up to D is. */
	incompleteFrom: Day | null;
}

/** A day on which the fact or the first plan of a province changes; `fact` is null after today. */
export type ProvinceRow = Pick<CurveRow, 'day' | 'fact' | 'firstPlan'>;

/** Organisations of one group that opened after (or have waited for) as many weeks. */
export interface CohortOpenings {
	cohort: Cohort;
	/** Whole weeks, rounded up, from application to first realised point; null when not open. */
	weeks: number | null;
	/** Whole weeks since the application when not open. */
	waiting: number | null;
	count: number;
}

/** A policy target, valid from its announcement; `value` is null where it was not a number. */
export interface PolicyTarget {
	metric: string;
	value: number | null;
	announcedOn: Day;
	dueOn: Day;
	statementNl: string;
	statementEn: string;
	source: string;
}

export interface ProgrammeEvent {
	code: string;
	startsOn: Day;
	endsOn: Day | null;
	/** programme, opening, lockdown, campaign, subsidy or municipal_change. */
	kind: string;
	titleNl: string;
	titleEn: string;
	source: string;
}

/** Everything that the progress page says, as its files and the API say it too. */
export interface RolloutProgress {
	view: View;
	query: ProgressQuery;
	today: Day;
	demoData: boolean;
	headline: Headline;
	/** What was realised on `query.compareOn`. */
	before: Record<ProgressMeasure, number>;
	rows: readonly CurveRow[];
	/** So many days have a change that `rows` leaves some out. */
	thinned: boolean;
	/** Largest gap first. */
	provinces: readonly ProvinceProgress[];
	cohorts: readonly CohortOpenings[];
	/** Announced by D and K. */
	targets: readonly PolicyTarget[];
	/** Begun by D. */
	events: readonly ProgrammeEvent[];
	/** Which days are probably incomplete. */
	late: IncompleteDays;
	/** Most libraries are still to be filled in: what is not there may have been reached all the same. */
	mostlyUnfilled?: boolean;
}

/** The fan for a curve; `curve` is only there when it is ready, or the previous one. */
export interface Fan {
	/** `previous`: that from before the last change, while the new one is being made. */
	state: 'ready' | 'previous' | 'computing' | 'failed' | 'too_few';
	curve: CurveFan | null;
	/** When each measure is complete, and the days of that forecast; with `curve` only. */
	country?: AreaForecast;
	dates?: ForecastDates;
}

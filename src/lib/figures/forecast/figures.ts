import type { FigureContext, FigureDefinition } from '#lib/base/charts/figure.ts';
import type { ChartBand, ChartGoal, ChartSeries, LineChart } from '#lib/base/charts/types.ts';
import { addDays, formatDay, formatShortDay, type Day } from '#lib/base/day/day.ts';
import { formatNumber, formatShare } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { countText, LOOKS, measureDefinitions, MEASURE_TEXTS } from '#lib/base/measure/labels.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { isUnfiltered, NO_FILTERS, type Filters } from '#lib/base/selection/filters.ts';
import { provinceName } from '#lib/base/selection/filter-texts.ts';
import type { ForecastDates } from './dates.ts';
import {
	MEASURES,
	type AreaForecast,
	type FanValue,
	type Measure,
	type ShownForecast
} from './forecast.ts';
import { missingOf } from './completeness.ts';
import { notInSightSentence } from './not-in-sight.ts';
import { lastOnes } from './last-ones.ts';
import {
	heldShare,
	isNearlySure,
	recentShare,
	RECENT_QUARTERS,
	type Measured,
	type Score
} from './score.ts';

const inWords = (day: Day) => formatDay(day, getLocale());

/** "op 31 januari 2022", or that it lies too far away. */
const onDay = (day: Day | null) =>
	day ? m.forecast_on_day({ day: inWords(day) }) : m.forecast_later();

/** What a forecast tells of: the whole country, one province, or what several filters let through. */
export type Scope = Omit<Filters, 'statuses'>;

/** " in Gelderland", " in uw selectie", or nothing for the whole country. */
function scopeText({ province, ...others }: Scope): string {
	if (!isUnfiltered({ ...NO_FILTERS, ...others, statuses: [] }))
		return m.forecast_scope_selection();
	return province ? m.forecast_scope_place({ place: provinceName(province) }) : '';
}

/** "On 31 January 2022, 130 of the 136 library organisations have … probably …", and first what nothing is planned for. */
export function forecastSentence(
	{ day, country }: ShownForecast,
	scope: Scope = NO_FILTERS,
	/** How often earlier forecasts held: what a day may be called follows from it. Null: it is not told here. */
	measured: Measured | 'unjudged' | null = null
): string {
	const { now, total, reachable, complete } = country.organisations;
	const among = { day: inWords(day), scope: scopeText(scope) };
	if (!total) return m.forecast_sentence_none(among);
	const counts = {
		...among,
		count: now,
		of: total,
		now: formatNumber(now),
		total: formatNumber(total)
	};
	const missing = missingOf(country.organisations) ?? 0;
	const first = [
		m.forecast_sentence_now(counts),
		missing > 0
			? m.forecast_sentence_missing({ count: missing, missing: formatNumber(missing) })
			: []
	]
		.flat()
		.join(' ');
	if (!complete) return `${first} ${m.forecast_sentence_done()}`;
	if (!complete.likelyOn)
		return `${first} ${m.forecast_sentence_far({ count: reachable, reachable: formatNumber(reachable) })}`;
	const then = m.forecast_sentence_complete({
		count: reachable,
		reachable: formatNumber(reachable),
		likely: onDay(complete.likelyOn),
		label:
			measured !== 'unjudged' && isNearlySure(measured)
				? m.forecast_label_sure()
				: m.forecast_label_careful(),
		sure: onDay(complete.sureOn)
	});
	if (measured === null) return `${first} ${then}`;
	if (measured === 'unjudged') return `${first} ${then} ${m.forecast_label_unjudged()}`;
	return `${first} ${then} ${measuredText(measured)}`;
}

/** How often earlier forecasts held: of what the sentence is about, and of everything together. */
function measuredText({ locations, organisations, everything }: Measured): string {
	const { judged, held } = everything;
	const share =
		organisations === null
			? m.forecast_label_share({ share: formatShare(locations) })
			: m.forecast_label_share_organisations({ share: formatShare(organisations) });
	if (judged === 0) return `${share} ${m.forecast_label_never_judged()}`;
	return `${share} ${m.forecast_label_everything({ count: judged, held })}`;
}

/** By when most is expected, and who come last; null when nothing is to come. */
export function mostSentence(forecast: ShownForecast): string | null {
	const { mostOn, complete } = forecast.country.organisations;
	if (!complete) return null;
	const names = lastOnes(forecast).map(({ name }) => name);
	// Of fewer than ten, nine in ten are all of them.
	const isAll = mostOn === complete.likelyOn;
	return [
		isAll ? [] : m.forecast_most({ day: onDay(mostOn) }),
		names.length > 0 ? m.forecast_last_ones({ names: names.join(', ') }) : []
	]
		.flat()
		.join(' ');
}

/**
 * Answers "when is it complete?" for one measure: first what nothing is planned for, whatever is
 * counted, and only then when the planned part is there.
 */
export function completeSentences(country: AreaForecast, measure: Measure): string[] {
	const { complete, mostOn } = country[measure];
	const counted = MEASURE_TEXTS[measure].label();
	const days = complete && {
		measure: counted,
		likely: onDay(complete.likelyOn),
		sure: onDay(complete.sureOn)
	};
	const isAll = mostOn === complete?.likelyOn;
	const planned = !days
		? m.forecast_when_done({ measure: counted })
		: isAll
			? m.forecast_when_all(days)
			: m.forecast_when_planned({ ...days, most: onDay(mostOn) });
	return [notInSightSentence(country) ?? [], planned].flat();
}

/** The selection holds nothing that is open or can come, so that there is no number to read out. */
export const isNothingToForecast = ({ country }: Pick<ShownForecast, 'country'>): boolean =>
	MEASURES.every((measure) => !country[measure].total && country[measure].reachable === 0);

/** Reads the end of the fan out. */
export function fanSentence({ country, fan }: ShownForecast, measure: Measure): string {
	if (isNothingToForecast({ country })) return m.forecast_nothing();
	const [first, last] = [fan[0]!, fan[Math.min(12, fan.length - 1)]!];
	const { likely, sure, bold } = last.values[measure];
	return m.forecast_fan_sentence({
		measure: MEASURE_TEXTS[measure].label(),
		now: countText(first.values[measure].likely, measure),
		day: inWords(last.day),
		likely: countText(likely, measure),
		sure: countText(sure, measure),
		bold: countText(bold, measure)
	});
}

/** The fan of one measure: the middle line, and the space between P85 and P15. */
export function fanChart(
	{ day, fan }: ShownForecast,
	measure: Measure,
	past: ForecastPast | null = null
): LineChart {
	const points = (pick: 'sure' | 'likely' | 'bold') =>
		fan.map(({ day, values }) => ({ x: day, y: values[measure][pick] }));
	return {
		kind: 'line',
		x: {
			kind: 'day',
			label: '',
			...(past ? { min: past.facts[0]?.day ?? day, max: addDays(fan.at(-1)?.day ?? day, 14) } : {})
		},
		y: {
			label: MEASURE_TEXTS[measure].axis(),
			unit: MEASURE_TEXTS[measure].unit(),
			format: MEASURE_TEXTS[measure].format
		},
		series: [
			...(past ? [factLine(past)] : []),
			{
				key: 'likely',
				label: m.forecast_fan_likely(),
				end: m.forecast_title(),
				look: { ink: 'teal', dash: 'dashed', shape: 'cross' },
				points: points('likely')
			},
			{
				key: 'sure',
				label: m.forecast_fan_sure(),
				look: { ink: 'teal', dash: 'dash-dot', shape: 'square' },
				points: points('sure')
			},
			{
				key: 'bold',
				label: m.forecast_fan_bold(),
				look: { ink: 'teal', dash: 'dotted', shape: 'triangle' },
				points: points('bold')
			}
		],
		bands: [fanBand({ fan }, measure)],
		...(past
			? {
					goals: past.goals,
					today: { on: day, label: formatShortDay(day, getLocale()) },
					names: { goals: m.progress_goals() }
				}
			: {})
	};
}

/** What came before the forecast: the fact, as known on its day, and the targets of then. */
export interface ForecastPast {
	facts: readonly { day: Day; fact: number }[];
	goals: readonly ChartGoal[];
}

const factLine = ({ facts }: ForecastPast): ChartSeries => ({
	key: 'fact',
	label: m.progress_series_fact(),
	look: LOOKS.fact,
	points: facts.map(({ day, fact }) => ({ x: day, y: fact })),
	stepped: true
});

const fanBand = ({ fan }: Pick<ShownForecast, 'fan'>, measure: Measure) =>
	bandOf(fan.map(({ day, values }) => ({ day, ...values[measure] })));

/** The space between P85 and P15 of these days, also for the curve of progress. */
export function bandOf(months: readonly (FanValue & { day: Day })[]): ChartBand {
	return {
		key: 'prognose',
		label: m.forecast_fan_band(),
		ink: 'teal',
		lower: months.map(({ day, sure }) => ({ x: day, y: sure })),
		upper: months.map(({ day, bold }) => ({ x: day, y: bold }))
	};
}

/** "Of the locations whose day has passed, 83% were open on that day …" */
export function trackSentence(scores: readonly Score[]): string {
	const share = heldShare(scores);
	if (share === null) return m.forecast_track_none();
	const recent = recentShare(scores);
	const whole = m.forecast_track_sentence({ share: formatShare(share) });
	const scored = scores.filter(({ judged }) => judged > 0).length;
	if (scored <= RECENT_QUARTERS || recent === null) return whole;
	return `${whole} ${m.forecast_track_recent({ share: formatShare(recent) })}`;
}

/** What the figures of a measure mean. */
export function definitionsOf(measure: Measure): FigureDefinition[] {
	return [{ anchor: 'prognose', about: m.forecast_title() }, ...measureDefinitions(measure)];
}

/** From which day a forecast looks ahead, and with what knowledge of that day. */
export function datesSentence({ day, knownOn }: ForecastDates): string {
	return day === knownOn
		? m.forecast_made_on({ day: inWords(day) })
		: m.forecast_made_known({ day: inWords(day), known: inWords(knownOn) });
}

/** The two dates, the filters and the source of the figures of a forecast. */
export function contextOf(
	{ day, knownOn, modelVersion }: ShownForecast,
	demoData: boolean,
	filters: readonly string[] = []
): FigureContext {
	return {
		validOn: day,
		knownOn,
		filters,
		source: m.forecast_source({ version: modelVersion }),
		demoData
	};
}

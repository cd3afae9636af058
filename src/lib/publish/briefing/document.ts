import { asOfParams, lastingDates } from '#lib/base/as-of/as-of.ts';
import type { FigureDefinition } from '#lib/base/charts/figure.ts';
import { coverageSentence } from '#lib/network/standing/sentence.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { link } from '#lib/base/i18n/link.ts';
import { boughtInShort } from '#lib/figures/subsidy/bought-figure.ts';
import { computedDefinition } from '#lib/figures/subsidy/rate-figure.ts';
import { withParam } from '#lib/network/dossier/with-param.ts';
import { reportingDelayDefinition, markSentence } from '#lib/figures/reporting-delay/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { figuresTable } from './figures-table.ts';
import { behindTable, nextTable, whiteSpotTable } from './lists.ts';
import type { Briefing } from './types.ts';

export interface DocumentColumn {
	label: string;
	numeric: boolean;
}

export interface DocumentRow {
	/** What it is called; the address of its page within the site, where it has one. */
	cells: readonly string[];
	href: string | null;
}

/** One table of the briefing, in words, as the page, the mail and the plain text show it alike. */
export interface DocumentTable {
	id: string;
	title: string;
	/** Reads the list out; empty where the sentence of the briefing does. */
	summary: string;
	columns: readonly DocumentColumn[];
	rows: readonly DocumentRow[];
	/** "En nog 12 andere"; null when everything is shown. */
	rest: string | null;
}

/** The briefing in words, in the language of the reader. */
export interface BriefingDocument {
	title: string;
	/** "Situatie op …, zoals bekend op …" */
	dates: string;
	sentence: string;
	figures: DocumentTable;
	/** What there is for the subsidy, and where that is explained; null when nothing can be computed. */
	money: { sentence: string; href: string } | null;
	lists: readonly DocumentTable[];
	/** What to know when reading the figures. */
	notes: readonly string[];
	definitions: readonly FigureDefinition[];
	source: string;
	/** Says that there are invented data in it; null when there are none. */
	demo: string | null;
	/** Its own address within the site, with both dates. */
	href: string;
}

/** Writes the briefing out. */
export function briefingDocument(briefing: Briefing): BriefingDocument {
	const { province, asOf, today, headline } = briefing;
	const inWords = (day: Day) => formatDay(day, getLocale());
	const dates = asOfParams(asOf, today);
	const money = moneyOf(briefing);
	return {
		title: m.briefing_title({ name: province.name }),
		dates: m.chart_dates({
			date: inWords(asOf.validOn),
			known: inWords(asOf.knownOn ?? today)
		}),
		sentence: coverageSentence({ headline, asOf, today, place: province.name, selection: false }),
		figures: figuresTable(briefing),
		money,
		lists: [
			behindTable(briefing, dates),
			whiteSpotTable(briefing, dates),
			nextTable(briefing, dates)
		],
		notes: [forecastNote(briefing), markSentence(briefing.late), populationNote(briefing)].filter(
			Boolean
		),
		definitions: [
			{ anchor: 'locaties', about: m.progress_measure_locations() },
			{ anchor: 'organisatiedekking', about: m.progress_measure_organisations() },
			{ anchor: 'gemeentedekking', about: m.progress_measure_municipalities() },
			{ anchor: 'inwonerdekking', about: m.progress_measure_inhabitants() },
			{ anchor: 'gepland', about: m.progress_series_first_plan() },
			{ anchor: 'achter', about: m.briefing_behind_word() },
			{ anchor: 'witte-vlekken', about: m.briefing_white_spots_word() },
			{ anchor: 'prognose', about: m.briefing_forecast_word() },
			reportingDelayDefinition(),
			...(money ? [computedDefinition()] : [])
		],
		source: money ? `${m.progress_source()}; ${m.briefing_money_source()}` : m.progress_source(),
		demo: briefing.demoData ? m.chart_demo() : null,
		href: link(`/provincies/${province.slug}/briefing`, lastingDates(dates, asOf, today))
	};
}

function moneyOf({ bought, province, asOf, today }: Briefing): BriefingDocument['money'] {
	if (!bought) return null;
	const params = withParam(asOfParams(asOf, today), 'provincie', province.slug);
	return {
		sentence: boughtInShort(bought),
		href: `${link('/subsidie', params)}#tegenover`
	};
}

function forecastNote({ forecast, computing }: Briefing): string {
	if (forecast) return m.briefing_forecast_note({ date: formatDay(forecast.day, getLocale()) });
	return computing ? m.briefing_forecast_computing() : m.briefing_forecast_none();
}

function populationNote({ headline }: Briefing): string {
	const day = headline.inhabitants.populationReferenceDate;
	return day === null ? '' : m.briefing_population({ date: formatDay(day, getLocale()) });
}

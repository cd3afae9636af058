import type { Pathname } from '$app/types';
import { NO_FILTERS, writeFilters } from '#lib/base/selection/filters.ts';
import { overviewPath, type Question, type SiteGroup } from '#lib/base/site/site.ts';
import type { RolloutStatus } from '#lib/base/status/rollout-status.ts';
import { m } from '#lib/paraglide/messages.js';

type Text = () => string;

/** A page as it is entered here; its texts are made for the language of a request. */
export interface MappedPage {
	path: Pathname;
	label: Text;
	/** The question that it answers, in a sentence. */
	answers: Text;
	below?: readonly string[];
	about?: boolean;
}

/** A view of a page that is asked for so often that the overview links to it. */
export interface MappedView {
	path: Pathname;
	params?: URLSearchParams;
	label: Text;
}

export interface MappedGroup {
	question: Question;
	label: Text;
	/** What the overview page is about. */
	lead: Text;
	pages: readonly MappedPage[];
	views?: readonly MappedView[];
}

function withStatuses(...statuses: RolloutStatus[]): URLSearchParams {
	const params = new URLSearchParams();
	writeFilters(params, { ...NO_FILTERS, statuses });
	return params;
}

/**
 * Every public page, each in one place: menu, overview pages, breadcrumbs, footer and sitemap.xml follow
 * from it. A new page is a line here; `site-map.test.ts` says which route is forgotten.
 */
export const SITE_MAP: readonly MappedGroup[] = [
	{
		question: 'waar-staan-we',
		label: m.site_standing,
		lead: m.site_standing_lead,
		pages: [
			{ path: '/', label: m.common_nav_map, answers: m.site_map_answers },
			{ path: '/waar-terecht', label: m.where_to_go_nav, answers: m.site_where_answers },
			{ path: '/voortgang', label: m.common_nav_progress, answers: m.site_progress_answers },
			{
				path: '/bibliotheken',
				label: m.common_nav_libraries,
				answers: m.site_libraries_answers,
				below: ['/gemeenten', '/provincies', '/informatiepunten']
			},
			{ path: '/vergelijken', label: m.common_nav_compare, answers: m.site_compare_answers },
			{ path: '/nieuwe-locaties', label: m.new_locations_nav, answers: m.site_new_answers },
			{ path: '/kwartaalstanden', label: m.edition_title, answers: m.site_editions_answers }
		]
	},
	{
		question: 'wie-nog-niet',
		label: m.site_missing,
		lead: m.site_missing_lead,
		pages: [
			{ path: '/dekking', label: m.coverage_nav, answers: m.site_coverage_answers },
			{ path: '/voortgang/netwerk', label: m.partner_word, answers: m.site_network_answers },
			{
				path: '/voortgang/laatst-bekeken',
				label: m.freshness_title,
				answers: m.site_freshness_answers
			}
		],
		views: [
			{
				path: '/bibliotheken',
				params: withStatuses('plan_overdue', 'planned_90', 'planned_later'),
				label: m.site_not_open_view
			},
			{
				path: '/bibliotheken',
				params: withStatuses('plan_withdrawn', 'not_planned'),
				label: m.site_not_planned_view
			}
		]
	},
	{
		question: 'waarom',
		label: m.site_why,
		lead: m.site_why_lead,
		pages: [
			{ path: '/vertraging', label: m.common_nav_delay, answers: m.site_delay_answers },
			{
				path: '/voortgang/meldtijd',
				label: m.reporting_delay_title,
				answers: m.site_reporting_answers
			},
			{
				path: '/cijfers-naast-elkaar',
				label: m.reconciliation_title,
				answers: m.site_reconciliation_answers
			}
		]
	},
	{
		question: 'wat-komt-er',
		label: m.site_next,
		lead: m.site_next_lead,
		pages: [
			{ path: '/prognose', label: m.forecast_title, answers: m.site_forecast_answers },
			{ path: '/prognose/uitleg', label: m.forecast_method_title, answers: m.site_method_answers },
			{ path: '/volgen', label: m.feed_nav, answers: m.site_follow_answers }
		],
		views: [
			{ path: '/bibliotheken', params: withStatuses('planned_90'), label: m.site_planned_view }
		]
	},
	{
		question: 'programma',
		label: m.site_programme,
		lead: m.site_programme_lead,
		pages: [
			{ path: '/tijdlijn', label: m.timeline_nav, answers: m.timeline_answers },
			{ path: '/subsidie', label: m.subsidy_nav, answers: m.subsidy_answers },
			{ path: '/toerusting', label: m.toolkit_nav, answers: m.toolkit_answers },
			{ path: '/exploitatie', label: m.cost_nav, answers: m.cost_answers },
			{
				path: '/exploitatie/rekenblad',
				label: m.cost_sheet_nav,
				answers: m.cost_sheet_answers
			},
			{ path: '/kopgroep', label: m.vanguard_nav, answers: m.vanguard_answers },
			{ path: '/dienstverleners', label: m.provider_nav, answers: m.provider_answers },
			{ path: '/vragen', label: m.question_title, answers: m.site_questions_answers },
			{ path: '/voortgang/cursussen', label: m.course_title, answers: m.site_courses_answers },
			{ path: '/bronnen', label: m.explain_sources_title, answers: m.site_sources_answers },
			{
				path: '/meldingen',
				label: m.response_time_nav,
				answers: m.response_time_answers,
				below: ['/dit-klopt-niet'],
				about: true
			},
			{ path: '/zoeken', label: m.search_title, answers: m.site_search_answers, about: true },
			{
				path: '/definities',
				label: m.common_nav_definitions,
				answers: m.site_definitions_answers,
				about: true
			},
			{ path: '/over', label: m.about_title, answers: m.about_answers, about: true },
			{ path: '/data', label: m.about_data_title, answers: m.about_data_answers, about: true },
			{
				path: '/privacy',
				label: m.about_privacy_title,
				answers: m.about_privacy_answers,
				about: true
			},
			{
				path: '/toegankelijkheid',
				label: m.explain_accessibility_title,
				answers: m.site_accessibility_answers,
				about: true
			},
			{ path: '/onderdelen', label: m.parts_title, answers: m.site_parts_answers, about: true }
		]
	}
];

/** The site map in the language of the reader, as menu, breadcrumbs and footer need it. */
export function siteGroups(): SiteGroup[] {
	return SITE_MAP.map(({ question, label, pages }) => ({
		question,
		label: label(),
		pages: pages.map(({ path, label: name, below, about }) => ({
			path,
			label: name(),
			...(below && { below }),
			...(about && { about })
		}))
	}));
}

/** The addresses of all public pages, without language. */
export function sitePaths(): Pathname[] {
	return SITE_MAP.flatMap(({ question, pages }) => [
		overviewPath(question),
		...pages.map(({ path }) => path)
	]);
}

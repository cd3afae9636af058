import type { Kysely } from 'kysely';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { link } from '#lib/base/i18n/link.ts';
import { formatNumber, formatShare, shareOf } from '#lib/base/i18n/numbers.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import type { Question } from '#lib/base/site/site.ts';
import type { Headline } from '#lib/network/standing/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Overview, OverviewSection } from '#lib/publish/overview/overview.ts';
import { SITE_MAP, type MappedPage } from '#lib/server/base/site/site-map.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The overview page of a question, with the figures of today. */
export async function readOverview(
	db: Kysely<DB>,
	question: Question,
	today: Day
): Promise<Overview> {
	const asOf = { validOn: today, knownOn: null };
	const headline = await readHeadline(db, { asOf, today, filters: NO_FILTERS });
	const group = SITE_MAP.find((one) => one.question === question)!;
	const sections: OverviewSection[] = [
		{ id: 'paginas', title: m.site_pages(), pages: group.pages.filter(isTold).map(pageOf) },
		{
			id: 'vaak-gevraagd',
			title: m.site_views(),
			pages: (group.views ?? []).map(({ path, params, label }) => ({
				href: link(path, params),
				label: label()
			}))
		},
		{
			id: 'over-deze-site',
			title: m.site_about(),
			pages: group.pages.filter((page) => !isTold(page)).map(pageOf)
		}
	];
	return {
		title: group.label(),
		lead: group.lead(),
		figure: figureOf(question, headline, formatDay(today, getLocale())),
		sections: sections.filter(({ pages }) => pages.length > 0)
	};
}

const isTold = ({ about }: MappedPage) => !about;

const pageOf = ({ path, label, answers }: MappedPage) => ({
	href: link(path),
	label: label(),
	answers: answers()
});

/** The figure that says most about a question. */
export function figureOf(question: Question, headline: Headline, date: string): string {
	const { organisations, locations, municipalities, inhabitants } = headline;
	const count = formatNumber;
	switch (question) {
		case 'waar-staan-we':
			return m.site_standing_figure({
				date,
				open: count(organisations.open),
				total: count(organisations.total),
				locations: count(locations.open)
			});
		case 'wie-nog-niet':
			return m.site_missing_figure({
				date,
				missing: count(municipalities.total - municipalities.covered),
				total: count(municipalities.total)
			});
		case 'waarom':
			return m.site_why_figure({
				date,
				open: count(locations.open),
				planned: count(locations.planned)
			});
		case 'wat-komt-er':
			return m.site_next_figure({
				date,
				soon: count(headline.whiteSpots.planned_90),
				later: count(headline.whiteSpots.planned_later)
			});
		case 'programma':
			return m.site_programme_figure({
				date,
				share: formatShare(shareOf(inhabitants.covered, inhabitants.total))
			});
	}
}

import type { Headline } from '#lib/network/standing/types.ts';
import { formatDay } from '#lib/base/day/day.ts';
import type { DefinitionId } from '#lib/base/definition/definitions.ts';
import { formatNumber, formatShare, shareOf } from '#lib/base/i18n/numbers.ts';
import { outsideText } from '#lib/network/information-point/labels.ts';
import { m } from '#lib/paraglide/messages.js';

interface Fact {
	label: string;
	value: string;
	unit?: string;
	note?: string | undefined;
	definition?: DefinitionId;
}

/** The figures at the head of a province's page. */
export function provinceFacts(headline: Headline, locale: string): Fact[] {
	const { municipalities, inhabitants, organisations, locations } = headline;
	return [
		{
			label: m.dossier_figure_covered(),
			value: formatNumber(municipalities.covered),
			unit: m.dossier_of({ total: formatNumber(municipalities.total) }),
			definition: 'gemeentedekking'
		},
		{
			label: m.dossier_figure_inhabitants(),
			value: formatShare(shareOf(inhabitants.covered, inhabitants.total)),
			note: inhabitants.populationReferenceDate
				? m.dossier_counted_on({ date: formatDay(inhabitants.populationReferenceDate, locale) })
				: undefined,
			definition: 'inwonerdekking'
		},
		{
			label: m.dossier_figure_organisations(),
			value: formatNumber(organisations.open),
			unit: m.dossier_of({ total: formatNumber(organisations.total) }),
			note: m.dossier_planned_by_then({ count: organisations.planned }),
			definition: 'organisatiedekking'
		},
		{
			label: m.dossier_figure_open(),
			value: formatNumber(locations.open),
			note: [m.dossier_planned_by_then({ count: locations.planned }), outsideText(locations)]
				.filter(Boolean)
				.join('. '),
			definition: 'locaties'
		},
		{
			label: m.dossier_figure_white_spots(),
			value: formatNumber(municipalities.total - municipalities.covered),
			definition: 'witte-vlekken'
		}
	];
}

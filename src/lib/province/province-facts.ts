import type { Headline } from '#lib/coverage/types.ts';
import { formatDay } from '#lib/day/day.ts';
import type { DefinitionId } from '#lib/definition/definitions.ts';
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
	const number = (value: number) => new Intl.NumberFormat(locale).format(value);
	const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
	return [
		{
			label: m.dossier_figure_covered(),
			value: number(municipalities.covered),
			unit: m.dossier_of({ total: number(municipalities.total) }),
			definition: 'gemeentedekking'
		},
		{
			label: m.dossier_figure_inhabitants(),
			value: inhabitants.total > 0 ? percent.format(inhabitants.covered / inhabitants.total) : '–',
			note: inhabitants.populationReferenceDate
				? m.dossier_counted_on({ date: formatDay(inhabitants.populationReferenceDate, locale) })
				: undefined,
			definition: 'inwonerdekking'
		},
		{
			label: m.dossier_figure_organisations(),
			value: number(organisations.open),
			unit: m.dossier_of({ total: number(organisations.total) }),
			note: m.dossier_planned_by_then({ count: organisations.planned }),
			definition: 'organisatiedekking'
		},
		{
			label: m.dossier_figure_open(),
			value: number(locations.open),
			note: m.dossier_planned_by_then({ count: locations.planned }),
			definition: 'locaties'
		},
		{
			label: m.dossier_figure_white_spots(),
			value: number(municipalities.total - municipalities.covered),
			definition: 'witte-vlekken'
		}
	];
}

import { formatDay, holdsOn, type Day } from '#lib/base/day/day.ts';
import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import type { DefinitionId } from '#lib/base/definition/definitions.ts';
import { formatNumber, formatShare } from '#lib/base/i18n/numbers.ts';
import {
	countLocations,
	isOutsideLibrary,
	type InformationPoint
} from '#lib/network/information-point/information-point.ts';
import { outsideText } from '#lib/network/information-point/labels.ts';
import { openingDays } from '#lib/network/information-point/opening-days.ts';
import { planFact } from '#lib/network/information-point/plan-fact.ts';
import { slipText } from '#lib/ledger/milestone/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Municipality } from './municipality.ts';

interface Fact {
	label: string;
	value: string;
	unit?: string;
	note?: string | undefined;
	definition?: DefinitionId;
}

/** The figures at the head of a municipality's page. */
export function municipalityFacts(
	dossier: {
		municipality: Municipality;
		asOf: { validOn: Day };
		/** The day that the facts are of. */
		factDay: Day;
		points: readonly InformationPoint[];
		/** Milestones done, averaged over its libraries; null without libraries. */
		milestonesShare: number | null;
	},
	locale: string
): Fact[] {
	const { municipality, points, milestonesShare } = dossier;
	const days = openingDays(points);
	const locations = countLocations(points);
	const words = (day: Day | null) => (day === null ? '–' : formatDay(day, locale));
	const { population } = municipality;
	return [
		{
			label: m.dossier_figure_open(),
			value: String(locations.open),
			unit: m.dossier_of({ total: points.filter((point) => !isOutsideLibrary(point)).length }),
			note: outsideText(locations),
			definition: 'gerealiseerd'
		},
		{ label: m.dossier_figure_first_plan(), value: words(days.firstPlanOn), definition: 'gepland' },
		{
			label: m.dossier_figure_opened(),
			value:
				days.openedOn === null
					? '–'
					: formatPreciseDay(days.openedOn, days.openedPrecision, locale),
			note:
				days.slipDays === null || days.openedPrecision !== 'day'
					? undefined
					: slipText(days.slipDays)
		},
		planFact(days, dossier.factDay, locale),
		{
			label: m.dossier_figure_milestones(),
			value: milestonesShare === null ? '–' : formatShare(milestonesShare),
			note: milestonesShare === null ? undefined : m.dossier_milestones_averaged(),
			definition: 'mijlpalen'
		},
		{
			label: m.dossier_inhabitants(),
			value: population ? formatNumber(population.inhabitants) : m.dossier_unknown(),
			note: population
				? m.dossier_counted_on({ date: formatDay(population.referenceDate, locale) })
				: undefined,
			definition: 'inwonerdekking'
		},
		{
			label: m.dossier_libraries(),
			value: String(
				municipality.libraries.filter((library) => holdsOn(library, dossier.factDay)).length
			)
		}
	];
}

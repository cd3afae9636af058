import { formatDay, holdsOn, type Day } from '#lib/base/day/day.ts';
import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import type { DefinitionId } from '#lib/base/definition/definitions.ts';
import {
	countLocations,
	isOutsideLibrary,
	type InformationPoint
} from '#lib/network/information-point/information-point.ts';
import { outsideText } from '#lib/network/information-point/labels.ts';
import { openingDays } from '#lib/network/information-point/opening-days.ts';
import { planFact } from '#lib/network/information-point/plan-fact.ts';
import { slipText } from '#lib/ledger/milestone/labels.ts';
import type { MilestoneProgress } from '#lib/ledger/milestone/progress.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ServedMunicipality } from './library.ts';

interface Fact {
	label: string;
	value: string;
	unit?: string;
	note?: string | undefined;
	definition?: DefinitionId;
}

/** The figures at the head of a library's page. */
export function libraryFacts(
	dossier: {
		asOf: { validOn: Day };
		/** The day that the facts are of. */
		factDay: Day;
		points: readonly InformationPoint[];
		progress: MilestoneProgress;
		workArea: readonly ServedMunicipality[];
	},
	locale: string
): Fact[] {
	const { points, progress } = dossier;
	const days = openingDays(points);
	const locations = countLocations(points);
	const words = (day: Day | null) => (day === null ? '–' : formatDay(day, locale));
	const served = dossier.workArea.filter((area) => holdsOn(area, dossier.factDay));
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
			label: m.dossier_figure_milestones_all(),
			value: String(progress.done),
			unit: m.dossier_of({ total: progress.applicable }),
			definition: 'mijlpalen'
		},
		{ label: m.dossier_figure_municipalities(), value: String(served.length) }
	];
}

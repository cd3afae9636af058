import type { Day } from '#lib/base/day/day.ts';
import { formatPreciseDay } from '#lib/base/day/format-precise.ts';
import type { DefinitionId } from '#lib/base/definition/definitions.ts';
import { movesText, moveText } from '#lib/ledger/milestone/labels.ts';
import type { MilestoneLine } from '#lib/ledger/milestone/line.ts';
import type { MilestoneProgress } from '#lib/ledger/milestone/progress.ts';
import { m } from '#lib/paraglide/messages.js';
import { openedOn, type InformationPoint } from './information-point.ts';
import { dayOrDash } from './point-links.ts';

interface Fact {
	label: string;
	value: string;
	unit?: string;
	note?: string | undefined;
	definition?: DefinitionId;
}

/** The figures at the head of a point's page, on the day of the facts. */
export function pointFacts(
	point: InformationPoint,
	lines: readonly MilestoneLine[],
	progress: MilestoneProgress,
	day: Day,
	locale: string
): Fact[] {
	const opening = lines.find((line) => line.milestoneCode === 'opening');
	const opened = openedOn(point);
	return [
		{
			label: m.dossier_first_plan(),
			value: dayOrDash(point.firstPlanOn, locale),
			definition: 'gepland'
		},
		{
			label: m.dossier_plan(),
			value: dayOrDash(point.planOn, locale),
			note: opening ? movesText(opening.moves) || undefined : undefined
		},
		{ label: m.dossier_forecast(), value: dayOrDash(point.forecastOn, locale) },
		{
			label: m.dossier_opened(),
			value:
				opened === null ? '–' : formatPreciseDay(opened, point.openingPrecision ?? 'day', locale),
			note: point.openingForm === 'kleinschalig' ? m.dossier_small_scale() : undefined,
			definition: 'gerealiseerd'
		},
		{ label: m.dossier_slip(), value: opening ? moveText(opening, day) : '–' },
		{
			label: m.dossier_figure_milestones_point(),
			value: String(progress.done),
			unit: m.dossier_of({ total: progress.applicable }),
			definition: 'mijlpalen'
		}
	];
}

import type { Figure, FigureTable } from '#lib/base/charts/figure.ts';
import { causeFigure } from '#lib/figures/plan-moves/cause-figure.ts';
import { provinceFigure, yearFigure } from '#lib/figures/participation/figures.ts';
import type { Participation } from '#lib/figures/participation/types.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	publishedFigure as publishedQuestions,
	quarterFigure
} from '#lib/figures/question/figures.ts';
import type { Questions } from '#lib/figures/question/types.ts';
import type { EditionSituation } from '../types.ts';
import { cohortsInBrief, curveInBrief, gapsFigure, provinceBars } from './coverage-figures.ts';
import { forecastFigure } from './forecast-figure.ts';
import { headlineFigure } from './headline-figure.ts';
import { milestoneFigure, type MilestoneFigureInput } from './milestone-figure.ts';
import { eventsFigure, publishedFigure, targetsFigure } from './programme-figures.ts';

/** A figure of an edition. */
export interface EditionFigure extends Figure {
	/** What the page shows where the table is too long to read, and which rows those are, in words. */
	brief?: { table: FigureTable; note: string };
	/** Its own dates and source in words, where they are not those of the edition. */
	source?: string;
}

/** A heading with its figures; `number` is how the yearly report numbers it. */
export interface EditionSection {
	id: string;
	number: string;
	title: string;
	figures: readonly EditionFigure[];
	parts: readonly EditionSection[];
}

/**
 * All figures of an edition under the four headings of the yearly "Rapportage Digitale inclusie":
 * courses, realisation (with training, G!DS and general support), communication, research.
 */
export function editionSections(situation: EditionSituation): EditionSection[] {
	const { progress, delay, reconciliation, questions, participation } = situation;
	const steps = (input: Omit<MilestoneFigureInput, 'counts'>) =>
		milestoneFigure({ ...input, counts: situation.milestones });
	return [
		section('1', 'onderdeel-1', m.edition_section_courses(), [
			steps({ id: 'cursusaanbod', title: m.edition_milestones_courses(), codes: ['cursusaanbod'] }),
			...courseFigures(participation)
		]),
		section(
			'2',
			'onderdeel-2',
			m.edition_section_points(),
			[
				headlineFigure(progress),
				curveInBrief(progress),
				...(situation.forecast ? [forecastFigure(situation.forecast, progress.demoData)] : []),
				provinceBars(progress),
				gapsFigure(progress),
				cohortsInBrief(progress),
				causeFigure(delay)
			],
			[
				section('2a', 'onderdeel-2a', m.edition_section_training(), [
					steps({
						id: 'training',
						title: m.edition_milestones_training(),
						codes: ['elearning', 'training']
					})
				]),
				section('2b', 'onderdeel-2b', m.edition_section_gids(), [
					steps({ id: 'gids', title: m.edition_milestones_gids(), codes: ['gids'] })
				]),
				section('2c', 'onderdeel-2c', m.edition_section_support(), [
					steps({
						id: 'stappen',
						title: m.edition_milestones_support(),
						codes: [
							'aanvraag',
							'beschikking',
							'projectplan',
							'variant',
							'netwerk',
							'inrichting',
							'werkafspraken',
							'opening',
							'borging'
						]
					})
				])
			]
		),
		section('3', 'onderdeel-3', m.edition_section_communication(), [
			steps({
				id: 'communicatie',
				title: m.edition_milestones_communication(),
				codes: ['communicatie']
			}),
			eventsFigure(progress)
		]),
		section('4', 'onderdeel-4', m.edition_section_research(), [
			steps({
				id: 'registratie',
				title: m.edition_milestones_research(),
				codes: ['registratie', 'verantwoording']
			}),
			publishedFigure(reconciliation),
			...questionFigures(questions),
			targetsFigure(progress)
		])
	];
}

/** Participants of courses; per province only when anything was reported of the last year. */
function courseFigures(participation: Participation): EditionFigure[] {
	const years = { ...yearFigure(participation), id: 'cursussen-per-jaar' };
	const provinces = { ...provinceFigure(participation), id: 'cursussen-per-provincie' };
	return [years, ...(participation.years.at(-1)?.reported ? [provinces] : [])];
}

/** Numbers of questions, published and registered; those registered only when a file was imported. */
function questionFigures(questions: Questions): EditionFigure[] {
	const published = { ...publishedQuestions(questions), id: 'vragen-gepubliceerd', panels: [] };
	const registered = { ...quarterFigure(questions), id: 'vragen-per-kwartaal' };
	return [published, ...(questions.quarters.length > 0 ? [registered] : [])];
}

function section(
	number: string,
	id: string,
	title: string,
	figures: readonly EditionFigure[],
	parts: readonly EditionSection[] = []
): EditionSection {
	return { id, number, title, figures, parts };
}

/** Every figure of these sections and their parts, in order of reading. */
export function allFigures(
	sections: readonly EditionSection[]
): { section: EditionSection; figure: EditionFigure }[] {
	return sections.flatMap((one) => [
		...one.figures.map((figure) => ({ section: one, figure })),
		...allFigures(one.parts)
	]);
}

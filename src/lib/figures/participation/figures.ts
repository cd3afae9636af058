import type { Cell, Figure, FigureColumn, FigureDefinition } from '#lib/base/charts/figure.ts';
import type { SeriesLook } from '#lib/base/charts/types.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { BASELINE, COURSES, SMALLEST_SHOWN, type Course } from '#lib/programme/course/course.ts';
import { courseLabel } from '#lib/programme/course/labels.ts';
import type { CourseYear, Participation, Taken } from './types.ts';

const definition = (): FigureDefinition => ({ anchor: 'cursussen', about: m.course_word() });

const LOOKS: Record<Course, SeriesLook> = {
	klik_en_tik: { ink: 'teal', dash: 'solid', shape: 'square' },
	digisterker: { ink: 'amber', dash: 'solid', shape: 'square' },
	lokaal: { ink: 'blue', dash: 'solid', shape: 'square' }
};

const number = (key: string, label: string): FigureColumn => ({ key, label, kind: 'number' });

/** All courses of a year together. */
export function togetherOf({ of }: Pick<CourseYear, 'of'>): Taken {
	const all = COURSES.map((course) => of[course]);
	const sum = (pick: (taken: Taken) => number) => all.reduce((total, one) => total + pick(one), 0);
	return {
		groups: sum(({ groups }) => groups),
		participants: sum(({ participants }) => participants),
		suppressed: sum(({ suppressed }) => suppressed)
	};
}

/** Where nobody reported, nothing is known: that is no zero. */
const known = ({ reported }: { reported: number }, value: number) => (reported > 0 ? value : null);

/** What was published, in the columns of the years: only the participants, and that there were more. */
const baselineRow = (name: string): Cell[] => [
	name,
	...COURSES.map(() => null),
	...[BASELINE.participants, null, null, null, null, m.course_yes()]
];

/** Participants per year, by course; before them what was published about the time before the programme. */
export function yearFigure(participation: Participation): Figure {
	const { years, ofCountry } = participation;
	const before = ofCountry ? [m.course_baseline_short()] : [];
	const empty = before.map(() => null);
	return {
		id: 'jaren',
		title: m.course_years_title(),
		sentence: leadSentence(participation),
		panels: [
			{
				key: 'deelnemers',
				title: null,
				chart: {
					kind: 'bar',
					stacked: true,
					categories: [...before, ...years.map(({ year }) => String(year))],
					x: { label: '' },
					y: { label: m.course_axis(), unit: m.course_axis().toLowerCase(), format: 'number' },
					series: [
						...(ofCountry
							? [
									{
										key: 'baseline',
										label: m.course_baseline_series(),
										look: { ink: 'grey', dash: 'solid', shape: 'square' } as const,
										values: [BASELINE.participants, ...years.map(() => null)]
									}
								]
							: []),
						...COURSES.map((course) => ({
							key: course,
							label: courseLabel(course),
							look: LOOKS[course],
							values: [...empty, ...years.map((year) => known(year, year.of[course].participants))]
						}))
					]
				}
			}
		],
		table: {
			columns: [
				{ key: 'jaar', label: m.course_column_year(), kind: 'text' },
				...COURSES.map((course) => number(`deelnemers_${course}`, courseLabel(course))),
				number('deelnemers', m.course_column_participants()),
				number('groepen', m.course_column_groups()),
				number('opgaven_minder_dan_vijf', m.course_column_suppressed({ count: SMALLEST_SHOWN })),
				number('bibliotheken_met_opgave', m.course_column_reported()),
				number('bibliotheken', m.course_column_libraries()),
				{ key: 'minstens', label: m.course_column_at_least(), kind: 'text' }
			],
			rows: [
				...before.map(baselineRow),
				...years.map((year) => {
					const all = togetherOf(year);
					return [
						String(year.year),
						...COURSES.map((course) => known(year, year.of[course].participants)),
						...[
							known(year, all.participants),
							known(year, all.groups),
							known(year, all.suppressed)
						],
						...[year.reported, year.libraries, m.course_no()]
					];
				})
			]
		},
		definitions: [definition()]
	};
}

/** Participants of the last year per province. */
export function provinceFigure({ years, provinces }: Participation): Figure {
	const last = years.at(-1);
	const year = String(last?.year ?? '');
	return {
		id: 'provincies',
		title: m.course_provinces_title({ year }),
		sentence: provinceSentence({ years, provinces }),
		panels: [
			{
				key: 'deelnemers',
				title: null,
				chart: {
					kind: 'bar',
					horizontal: true,
					categories: provinces.map(({ name }) => name),
					x: { label: '' },
					y: { label: m.course_axis(), unit: m.course_axis().toLowerCase(), format: 'number' },
					series: [
						{
							key: 'participants',
							label: m.course_axis(),
							look: LOOKS.klik_en_tik,
							values: provinces.map((one) => known(one, one.participants))
						}
					]
				}
			}
		],
		table: {
			columns: [
				{ key: 'provincie', label: m.course_column_province(), kind: 'text' },
				{ key: 'jaar', label: m.course_column_year(), kind: 'text' },
				number('deelnemers', m.course_column_participants()),
				number('groepen', m.course_column_groups()),
				number('opgaven_minder_dan_vijf', m.course_column_suppressed({ count: SMALLEST_SHOWN })),
				number('bibliotheken_met_opgave', m.course_column_reported()),
				number('bibliotheken', m.course_column_libraries())
			],
			rows: provinces.map((one) => [
				...[one.name, year, known(one, one.participants), known(one, one.groups)],
				...[known(one, one.suppressed)],
				...[one.reported, one.libraries]
			])
		},
		definitions: [definition()]
	};
}

function provinceSentence({ years, provinces }: Pick<Participation, 'years' | 'provinces'>) {
	const last = years.at(-1);
	const most = [...provinces].sort((a, b) => b.participants - a.participants)[0];
	if (!last || !most || most.participants === 0) return m.course_nothing_yet();
	return m.course_provinces_sentence({
		year: String(last.year),
		name: most.name,
		count: most.participants,
		number: formatNumber(most.participants)
	});
}

/** Reads the last year out: how many took part, by how many libraries it was said, and what is missing. */
export function leadSentence({ years, ofCountry }: Participation): string {
	const last = years.at(-1);
	if (!last) return m.course_no_year();
	if (last.libraries === 0) return m.course_no_libraries();
	const before = ofCountry
		? [m.course_baseline({ number: formatNumber(BASELINE.participants) })]
		: [];
	const year = String(last.year);
	if (last.reported === 0) return [m.course_nothing_reported({ year }), ...before].join(' ');
	const { participants, suppressed } = togetherOf(last);
	return [
		m.course_participants_of_year({
			year,
			count: participants,
			number: formatNumber(participants)
		}),
		last.reported < last.libraries
			? m.course_reported({
					count: last.reported,
					number: formatNumber(last.reported),
					total: formatNumber(last.libraries)
				})
			: m.course_all_reported({ count: last.libraries, total: formatNumber(last.libraries) }),
		...(suppressed > 0
			? [
					m.course_suppressed({
						count: suppressed,
						number: formatNumber(suppressed),
						limit: SMALLEST_SHOWN
					})
				]
			: []),
		...before
	].join(' ');
}

/** Years of which a part of the libraries reported that is larger or smaller by this are not alike. */
const UNEVEN = 0.1;

/** That the last two years cannot be compared; null when about as many libraries reported of both. */
export function unevenNote({ years }: Pick<Participation, 'years'>): string | null {
	const [before, last] = years.slice(-2);
	if (!before || !last || before.libraries === 0 || last.libraries === 0) return null;
	const share = ({ reported, libraries }: CourseYear) => reported / libraries;
	if (Math.abs(share(before) - share(last)) <= UNEVEN) return null;
	return m.course_uneven({
		...{ year: String(last.year), before: String(before.year) },
		...{ number: formatNumber(last.reported), total: formatNumber(last.libraries) },
		numberBefore: formatNumber(before.reported),
		totalBefore: formatNumber(before.libraries)
	});
}

/** The files of the page: `/voortgang/cursussen/NAME.csv`, and what each is of. */
export const participationFiles: readonly {
	name: 'jaren' | 'provincies';
	of: (participation: Participation) => Pick<Figure, 'table' | 'definitions'>;
}[] = [
	{ name: 'jaren', of: yearFigure },
	{ name: 'provincies', of: provinceFigure }
];

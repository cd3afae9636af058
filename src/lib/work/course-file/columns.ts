import { m } from '#lib/paraglide/messages.js';
import { COURSES, COURSE_SOURCES, type CourseSource } from '#lib/programme/course/course.ts';
import { courseLabel, courseSourceLabel } from '#lib/programme/course/labels.ts';
import { courseField } from '#lib/programme/course/read-course-form.ts';
import { nameEssence } from '#lib/work/update/same-name.ts';

/** The numbers of a row, called as the fields of the form are: groups and participants of each course. */
export const COURSE_NUMBERS = COURSES.flatMap((course) =>
	(['groups', 'participants'] as const).map((quantity) => ({
		...{ course, quantity },
		field: courseField(course, quantity)
	}))
);

type Language = 'nl' | 'en';
type InLanguage = { locale?: Language };

/** How a column is called: `library`, `year`, `source`, `stamp`, or the field of a number. */
export function courseColumnLabel(column: string, options: InLanguage = {}): string {
	switch (column) {
		case 'library':
			return m.course_file_column_library({}, options);
		case 'year':
			return m.course_file_column_year({}, options);
		case 'source':
			return m.course_file_column_source({}, options);
		case 'stamp':
			return m.course_file_column_stamp({}, options);
	}
	const number = COURSE_NUMBERS.find(({ field }) => field === column)!;
	const course = courseLabel(number.course, options);
	return number.quantity === 'groups'
		? m.course_file_column_groups({ course }, options)
		: m.course_file_column_participants({ course }, options);
}

/** The columns of the file, in their order; the stamp says which report a row was made from. */
export const COURSE_COLUMNS: readonly string[] = [
	...['library', 'year'],
	...COURSE_NUMBERS.map(({ field }) => field),
	...['source', 'stamp']
];

/** Headers and sources of a file, by their essence, in both languages. */
export interface CourseWords {
	columns: ReadonlyMap<string, string>;
	sources: ReadonlyMap<string, CourseSource>;
}

export function courseWords(): CourseWords {
	const languages = ['nl', 'en'] as const;
	return {
		columns: new Map(
			COURSE_COLUMNS.flatMap((column) =>
				languages.map(
					(locale) => [nameEssence(courseColumnLabel(column, { locale })), column] as const
				)
			)
		),
		sources: new Map(
			COURSE_SOURCES.flatMap((source) =>
				[source, ...languages.map((locale) => courseSourceLabel(source, { locale }))].map(
					(text) => [nameEssence(text), source] as const
				)
			)
		)
	};
}

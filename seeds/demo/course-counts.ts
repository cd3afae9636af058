import type { Day } from '#lib/base/day/day.ts';
import { COURSES, SMALLEST_SHOWN, type Course } from '#lib/programme/course/course.ts';
import type { LibraryRow } from '../reference/libraries.ts';
import { workdayBetween } from './calendar.ts';
import { randomFor } from './random.ts';

/** A report of one course in one year (invented). */
export interface CourseCountDraft {
	library: string;
	year: number;
	course: Course;
	groups: number;
	/** Null: fewer than five. */
	participants: number | null;
	recordedOn: Day;
	/** The support institute that records it. */
	author: string;
}

/**
 * Of each year: how full the courses were (the lockdowns emptied them), which part of the libraries
 * reported, and between which days.
 */
const YEARS = [
	{ year: 2019, full: 1, reports: 0.94, from: '2020-02-03', to: '2020-03-31' },
	{ year: 2020, full: 0.42, reports: 0.9, from: '2021-02-01', to: '2021-03-31' },
	{ year: 2021, full: 0.6, reports: 0.45, from: '2022-01-06', to: '2022-01-31' }
] as const;

/** Participants of a usual library in a usual year, and of one group. */
const USUAL = { klik_en_tik: 170, digisterker: 95, lokaal: 40 } as const;
const GROUP = { klik_en_tik: 9, digisterker: 8, lokaal: 6 } as const;
/** A part of the libraries does not give a course at all. */
const GIVEN = { klik_en_tik: 0.96, digisterker: 0.85, lokaal: 0.4 } as const;

/** What libraries reported of their courses, by a repeatable chance. */
export function courseCounts(
	libraries: readonly Pick<LibraryRow, 'slug' | 'supportInstitute' | 'activeFrom' | 'activeTo'>[]
): CourseCountDraft[] {
	return libraries.flatMap(({ slug, supportInstitute, activeFrom, activeTo }) => {
		const random = randomFor(`courses:${slug}`);
		const size = 0.25 + 2.6 * random.next() ** 2;
		const given = COURSES.filter((course) => random.chance(GIVEN[course]));
		return YEARS.flatMap(({ year, full, reports, from, to }) => {
			const recordedOn = workdayBetween(random, from, to);
			const isThere = activeFrom <= `${year}-12-31` && activeTo > `${year}-12-31`;
			if (!random.chance(reports) || !isThere) return [];
			return COURSES.map((course) => {
				const around = 0.7 + 0.6 * random.next();
				const people = given.includes(course)
					? Math.round(USUAL[course] * size * full * around)
					: 0;
				return {
					...{ library: slug, year, course, recordedOn, author: supportInstitute },
					groups: Math.ceil(people / GROUP[course]),
					participants: people > 0 && people < SMALLEST_SHOWN ? null : people
				};
			});
		});
	});
}

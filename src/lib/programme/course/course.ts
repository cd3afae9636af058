/** The courses that G!DS tells apart: two national ones, and what a library made itself. */
export const COURSES = ['klik_en_tik', 'digisterker', 'lokaal'] as const;
export type Course = (typeof COURSES)[number];

/** Who says so: the library itself, or the yearly survey of all libraries. */
export const COURSE_SOURCES = ['opgave_bibliotheek', 'bibliotheekmonitor'] as const;
export type CourseSource = (typeof COURSE_SOURCES)[number];

/** The year before the programme: what participation is compared with in a library that knows it. */
export const FIRST_YEAR = 2018;

/** Fewer participants than this are not kept or shown: they could tell about a person. */
export const SMALLEST_SHOWN = 5;

/** What a library reported of one course in one year. */
export interface CourseCount {
	groups: number;
	/** Null: fewer than five. */
	participants: number | null;
}

/** Of each course; null where nothing was reported. */
export type CourseCounts = Readonly<Record<Course, CourseCount | null>>;

export const NO_COUNTS: CourseCounts = { klik_en_tik: null, digisterker: null, lokaal: null };

/**
 * How many took part before the programme, of the whole country: what the minister said at its start
 * on 1 July 2019. Nothing is known per library.
 */
export const BASELINE = {
	/** More than so many in a year. */
	participants: 40_000,
	saidOn: '2019-07-01',
	source:
		'https://www.rijksoverheid.nl/actueel/nieuws/2019/07/01/staatssecretaris-knops-opent-eerste-informatiepunt-digitale-overheid'
} as const;

/** The years that can be reported on `today`: those that are over, the last one first. */
export function reportedYears(today: string): number[] {
	const last = Number(today.slice(0, 4)) - 1;
	return Array.from({ length: Math.max(0, last - FIRST_YEAR + 1) }, (_, ago) => last - ago);
}

/** Whether two reports of one course say the same. */
export function isSameCount(one: CourseCount | null, other: CourseCount | null): boolean {
	if (one === null || other === null) return one === other;
	return one.groups === other.groups && one.participants === other.participants;
}

import type { View } from '#lib/base/selection/view.ts';
import type { Course } from '#lib/programme/course/course.ts';

/** What was reported of one course, or of all, in one year. */
export interface Taken {
	groups: number;
	/** Without those of the courses where fewer than five took part. */
	participants: number;
	/** Reports of fewer than five participants, whose number is not known. */
	suppressed: number;
}

/** One year that is over, of the libraries that the filters let through. */
export interface CourseYear {
	year: number;
	of: Readonly<Record<Course, Taken>>;
	/** Libraries that there were at the end of the year, and those of them that reported. */
	libraries: number;
	reported: number;
}

/** The last of these years in one province. */
export interface CourseProvince extends Taken {
	name: string;
	libraries: number;
	reported: number;
}

/** Everything that the page about courses shows. */
export interface Participation {
	view: View;
	today: string;
	demoData: boolean;
	/** Oldest first; also a year in which nothing was reported. */
	years: readonly CourseYear[];
	/** By name; also a province without a report. */
	provinces: readonly CourseProvince[];
	/** Whether the whole country is asked for, which the published number is about. */
	ofCountry: boolean;
}

import type { Errors } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	COURSES,
	COURSE_SOURCES,
	NO_COUNTS,
	SMALLEST_SHOWN,
	type Course,
	type CourseCount,
	type CourseCounts,
	type CourseSource
} from './course.ts';

/** The most that one library can have had in a year; more is a typing error. */
const MOST = { groups: 10_000, participants: 100_000 } as const;
type Quantity = keyof typeof MOST;

/** The name of the field of a course. */
export const courseField = (course: Course, quantity: Quantity) => `${course}-${quantity}`;

/** Null for an empty field; `undefined` for what is no number that can be. */
function readNumber(text: string, quantity: Quantity): number | null | undefined {
	const typed = text.trim();
	if (typed === '') return null;
	if (!/^(\d+|\d{1,3}([. ]\d{3})+)$/.test(typed)) return undefined;
	const number = Number(typed.replace(/[. ]/g, ''));
	return number <= MOST[quantity] ? number : undefined;
}

/** "<5", "minder dan 5" and a number below five say alike that there were few. */
const isFew = (text: string) => /^(<|minder dan|fewer than) ?5$/i.test(text.trim());

export type CourseFormReading =
	| { counts: CourseCounts; source: CourseSource; errors?: never }
	| { errors: Errors; counts?: never; source?: never };

/**
 * What was filled in per course. Groups and participants are said together or not at all; without
 * groups nobody took part. Of fewer than five participants no number is kept.
 */
export function readCourseForm(given: (name: string) => string): CourseFormReading {
	const errors: Errors = {};
	const counts: Record<Course, CourseCount | null> = { ...NO_COUNTS };
	for (const course of COURSES) {
		const read = readCourse(given, course);
		if ('errors' in read) Object.assign(errors, read.errors);
		else counts[course] = read.count;
	}
	const source = COURSE_SOURCES.find((one) => one === given('source'));
	if (!source) errors.source = m.course_problem_source();
	return source && Object.keys(errors).length === 0 ? { counts, source } : { errors };
}

/** What was filled in of one course; a field for each thing that is wrong. */
export function readCourse(
	given: (name: string) => string,
	course: Course
): { count: CourseCount | null } | { errors: Errors } {
	const names = {
		groups: courseField(course, 'groups'),
		participants: courseField(course, 'participants')
	};
	const few = isFew(given(names.participants));
	const groups = readNumber(given(names.groups), 'groups');
	const participants = few ? 0 : readNumber(given(names.participants), 'participants');
	const errors: Errors = {};
	if (groups === undefined) errors[names.groups] = m.course_problem_number();
	if (participants === undefined) errors[names.participants] = m.course_problem_number();
	if (groups === undefined || participants === undefined) return { errors };
	if (groups === null && participants === null) return { count: null };
	if (groups === null) return { errors: { [names.groups]: m.course_problem_groups_missing() } };
	if (participants === null)
		return { errors: { [names.participants]: m.course_problem_participants_missing() } };
	const none = participants === 0 && !few;
	if (groups === 0 && !none)
		return { errors: { [names.groups]: m.course_problem_groups_missing() } };
	if (groups > 0 && none) return { errors: { [names.participants]: m.course_problem_nobody() } };
	const shown = groups === 0 || participants >= SMALLEST_SHOWN;
	return { count: { groups, participants: shown ? participants : null } };
}

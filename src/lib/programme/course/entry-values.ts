import type { Values } from '#lib/base/form/read-form.ts';
import { COURSES, type CourseCounts, type CourseSource } from './course.ts';
import { typedParticipants } from './labels.ts';
import { courseField } from './read-course-form.ts';

/** What is known, as it would have been typed. */
export function entryValues(counts: CourseCounts, source: CourseSource | null): Values {
	const typed = COURSES.flatMap((course) => [
		[courseField(course, 'groups'), counts[course]?.groups.toString() ?? ''],
		[courseField(course, 'participants'), typedParticipants(counts[course])]
	]);
	return { ...Object.fromEntries(typed), source: source ?? '' };
}

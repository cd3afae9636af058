import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { SMALLEST_SHOWN, type Course, type CourseCount, type CourseSource } from './course.ts';

type Label = (inputs?: Record<string, never>, options?: { locale?: 'nl' | 'en' }) => string;

const COURSE_NAMES: Record<Course, Label> = {
	klik_en_tik: m.course_name_klik_en_tik,
	digisterker: m.course_name_digisterker,
	lokaal: m.course_name_lokaal
};

const SOURCE_NAMES: Record<CourseSource, Label> = {
	opgave_bibliotheek: m.course_source_opgave_bibliotheek,
	bibliotheekmonitor: m.course_source_bibliotheekmonitor
};

/** In the language of the reader, unless another is asked for. */
export const courseLabel = (course: Course, options: { locale?: 'nl' | 'en' } = {}): string =>
	COURSE_NAMES[course]({}, options);
export const courseSourceLabel = (
	source: CourseSource,
	options: { locale?: 'nl' | 'en' } = {}
): string => SOURCE_NAMES[source]({}, options);

/** "12 groepen, 96 deelnemers"; what was taken back says so. */
export function countText(count: CourseCount | null): string {
	if (count === null) return m.course_count_none();
	const { groups, participants } = count;
	const people =
		participants === null
			? m.course_participants_few({ count: SMALLEST_SHOWN })
			: m.course_participants({ count: participants, number: formatNumber(participants) });
	return `${m.course_groups({ count: groups, number: formatNumber(groups) })}, ${people}`;
}

/** How a number of participants is typed: "<5" where it was not kept. */
export const typedParticipants = (count: CourseCount | null): string =>
	count === null ? '' : (count.participants?.toString() ?? `<${SMALLEST_SHOWN}`);

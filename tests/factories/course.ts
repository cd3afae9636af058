import fc from 'fast-check';
import type { CourseCounts } from '#lib/programme/course/course.ts';

const count = fc.oneof(
	fc.constant(null),
	fc.constant({ groups: 0, participants: 0 }),
	fc.record({
		groups: fc.integer({ min: 1, max: 10_000 }),
		participants: fc.option(fc.integer({ min: 5, max: 100_000 }))
	})
);

/** Whatever a library can have reported of a year. */
export const anyCourseCounts: fc.Arbitrary<CourseCounts> = fc.record({
	klik_en_tik: count,
	digisterker: count,
	lokaal: count
});

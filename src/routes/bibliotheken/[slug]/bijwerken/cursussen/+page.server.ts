import { fail, redirect } from '@sveltejs/kit';
import { readId } from '#lib/base/form/read-id.ts';
import { typedValues } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { COURSES, reportedYears } from '#lib/programme/course/course.ts';
import { countText, courseLabel } from '#lib/programme/course/labels.ts';
import { readCourseForm } from '#lib/programme/course/read-course-form.ts';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import {
	listCourseReports,
	readLibraryCourses,
	type LibraryCourses
} from '#lib/server/programme/course/queries.ts';
import { recordCourses } from '#lib/server/programme/course/service.ts';
import { libraryOfAddress } from '#lib/server/work/update/find-subject.ts';
import type { Actions, PageServerLoad } from './$types';

/** The year of the address, when that can be reported; else the last that can. */
function yearOf(params: URLSearchParams, today: string): number {
	const years = reportedYears(today);
	const asked = Number(params.get('jaar'));
	return years.find((year) => year === asked) ?? years[0]!;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const db = getDb();
	const today = await readToday(db);
	const { library } = await libraryOfAddress({ params }, today);
	requireWriteAccess(locals, library);
	const year = yearOf(url.searchParams, today);
	const [courses, reports] = await Promise.all([
		readLibraryCourses(db, library.id, year),
		listCourseReports(db, library.id)
	]);
	return {
		library: { slug: library.slug, name: library.name },
		...{ year, years: reportedYears(today), courses, reports },
		/** How many courses were recorded just now; null when nothing was sent. */
		saved: url.searchParams.has('vastgelegd')
			? (readId(url.searchParams.get('vastgelegd')) ?? 0)
			: null
	};
};

const standing = ({ counts }: LibraryCourses) =>
	COURSES.map((course) =>
		m.course_entry_conflict_part({ course: courseLabel(course), count: countText(counts[course]) })
	).join('; ');

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const db = getDb();
		const today = await readToday(db);
		const { library } = await libraryOfAddress({ params }, today);
		const user = requireWriteAccess(locals, library);
		const form = await readFormData(request);
		const values = typedValues(form);
		const { counts, source, errors } = readCourseForm((name) => values[name] ?? '');
		if (!counts) return fail(400, { values, errors });
		const year = Number(values.year);
		const entry = { counts, source, basedOn: readId(values.basedOn ?? '') ?? 0 };
		const result = await recordCourses(db, user, { libraryId: library.id, year, ...entry }, today);
		if (result.outcome === 'not_over') {
			return fail(400, { values, errors: {}, told: m.course_problem_year() });
		}
		if (result.outcome === 'conflict') {
			const told = m.course_entry_conflict({ year, now: standing(result.now) });
			return fail(409, {
				values: { ...values, basedOn: String(result.now.basedOn) },
				errors: {},
				told
			});
		}
		const saved = result.outcome === 'recorded' ? result.courses : 0;
		const back = new URLSearchParams({ jaar: String(year), vastgelegd: String(saved) });
		redirect(303, link(`/bibliotheken/${library.slug}/bijwerken/cursussen`, back));
	}
};

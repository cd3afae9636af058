import { viewContext } from '#lib/base/selection/figure-context.ts';
import { isUnfiltered } from '#lib/base/selection/filters.ts';
import { participationFiles } from '#lib/figures/participation/figures.ts';
import type { Participation } from '#lib/figures/participation/types.ts';
import { asksNoMore, definePage } from '#lib/server/figures/page/define-page.ts';
import type { Question } from '#lib/server/figures/page/question.ts';
import { ofEveryStatus } from '#lib/server/base/selection/where.ts';
import { listCourseProvinces, listCourseYears } from './queries.ts';

/** How many took part in courses, as libraries reported it. Filters by status do not apply. */
export async function readParticipation({
	db,
	view,
	where,
	demoData,
	today
}: Pick<Question, 'db' | 'view' | 'where' | 'demoData' | 'today'>): Promise<Participation> {
	const every = ofEveryStatus(where);
	const ofCountry = isUnfiltered(every.filters);
	// A province that the filters leave out is not empty: it is not asked for. A cohort is of the country.
	const allProvinces = isUnfiltered({ ...every.filters, cohort: null });
	const [years, provinces] = await Promise.all([
		listCourseYears(db, every),
		listCourseProvinces(db, every)
	]);
	return {
		...{ view, today, demoData, years, ofCountry },
		provinces:
			years.length === 0 ? [] : provinces.filter(({ libraries }) => allProvinces || libraries > 0)
	};
}

export const participationPage = definePage<null, { participation: Participation }>({
	path: '/voortgang/cursussen',
	ask: asksNoMore,
	read: async (question) => ({ participation: await readParticipation(question) }),
	context: ({ participation, supportInstitutes }) => viewContext(participation, supportInstitutes),
	files: participationFiles.map(({ name, of }) => ({
		name,
		of: ({ participation }) => of(participation)
	})),
	fileName: (name, day) => `ido-cursussen-${name}-${day}`,
	api: {
		operation: 'leesCursussen',
		tag: 'Voortgang',
		summary: 'Hoeveel mensen meededen aan cursussen, per jaar en per provincie'
	}
});

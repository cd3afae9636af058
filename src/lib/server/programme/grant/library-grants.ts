import type { Kysely } from 'kysely';
import { mayEditLibrary, type LibraryScope } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import { dutiesOn, type Duty } from '#lib/programme/grant/accountability.ts';
import { courseOf, entriesStanding, type GrantCourse } from '#lib/programme/grant/course.ts';
import type { GrantScheme } from '#lib/programme/grant/grant.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listGrantDues } from './dues.ts';
import { listLibraryEntries } from './entries.ts';
import { listGrantSchemes } from './queries.ts';

/** The subsidy of a library as recorded on (D, K), and what it hands in for that. */
export interface LibraryGrants {
	schemes: GrantScheme[];
	courses: { scheme: string; year: number; course: GrantCourse }[];
	duties: Duty[];
}

/** Of a library of which this user may read it: her POI and KB; null for everyone else. */
export async function readLibraryGrants(
	db: Kysely<DB>,
	user: User | undefined,
	library: LibraryScope & { id: number },
	{ day, knownOn }: { day: Day; knownOn: Day | null }
): Promise<LibraryGrants | null> {
	if (!mayEditLibrary(user, library)) return null;
	const [schemes, entries, dues] = await Promise.all([
		listGrantSchemes(db),
		listLibraryEntries(db, library.id),
		listGrantDues(db)
	]);
	const standing = entriesStanding(entries, day, knownOn);
	const courses = [...Map.groupBy(standing, ({ scheme, year }) => `${year} ${scheme}`).values()]
		.map((within) => {
			const { scheme, year } = within[0]!;
			return { scheme, year, course: courseOf(within) };
		})
		.toSorted((a, b) => a.year - b.year || a.scheme.localeCompare(b.scheme));
	return { schemes, courses, duties: dutiesOn(entries, dues, day, knownOn) };
}

import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { PAGE_SIZE } from '#lib/base/selection/list.ts';
import { areaGroups } from '#lib/figures/subsidy/areas.ts';
import { awardNotes } from '#lib/figures/subsidy/notes.ts';
import { sumOf } from '#lib/figures/subsidy/totals.ts';
import type { ComputedAward, Subsidy } from '#lib/figures/subsidy/types.ts';
import { referenceDay } from '#lib/programme/grant/grant.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listAreas, listSuccessions } from './queries.ts';

/** A page of the libraries by name, each with what its amounts are made of. */
export async function readLibraryPage(
	db: Kysely<DB>,
	awards: readonly ComputedAward[],
	{ page: asked, day }: { page: number; day: Day }
): Promise<Subsidy['list']> {
	const libraries = [...Map.groupBy(awards, ({ base }) => base.id)].toSorted(([, a], [, b]) =>
		a[0]!.base.name.localeCompare(b[0]!.base.name, 'nl')
	);
	const pageCount = Math.max(1, Math.ceil(libraries.length / PAGE_SIZE));
	const page = Math.min(asked, pageCount);
	const shown = libraries.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
	const ids = shown.map(([id]) => id);
	const days = [...new Set(awards.map(({ rate }) => referenceDay(rate)))];
	const [areas, successions] = await Promise.all([
		listAreas(db, ids, days),
		listSuccessions(db, ids)
	]);
	return {
		...{ page, pageCount, count: libraries.length },
		libraries: shown.map(([id, of]) => {
			const own = areas.filter(({ libraryId }) => libraryId === id);
			const { slug, name } = of[0]!.base;
			return {
				...{ slug, name },
				totalCents: of.every(({ cents }) => cents === null) ? null : sumOf(of),
				awards: of.toSorted((a, b) => a.rate.year - b.rate.year),
				areas: areaGroups(own, of),
				notes: awardNotes(id, own, successions, day)
			};
		})
	};
}

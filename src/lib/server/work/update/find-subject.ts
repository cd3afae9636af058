import { error } from '@sveltejs/kit';
import type { Day } from '#lib/base/day/day.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { m } from '#lib/paraglide/messages.js';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { findWorkLibrary, findWorkPoint } from './queries.ts';

/** Finds the library or location that an address names, as it is today; throws when there is none. */
export type FindSubject<Event> = (event: Event, today: Day) => Promise<WorkSubject>;

/** The library of an address with its slug; 404 without. */
export async function libraryOfAddress(
	{ params }: { params: { slug: string } },
	today: Day
): Promise<WorkSubject> {
	return (
		(await findWorkLibrary(getDb(), params.slug, today)) ?? error(404, m.update_unknown_library())
	);
}

/** The location of an address with its id; 404 without. */
export async function pointOfAddress(
	{ params }: { params: { id: string } },
	today: Day
): Promise<WorkSubject> {
	const id = readId(params.id);
	const point = id === null ? undefined : await findWorkPoint(getDb(), id, today);
	return point ?? error(404, m.update_unknown_point());
}

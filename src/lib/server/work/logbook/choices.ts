import type { Kysely } from 'kysely';
import type { LogReader } from '#lib/work/logbook/line.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { MOST_CHOICES } from '#lib/work/week/scope.ts';

/** What the form about the log lets choose from. */
export interface LogChoices {
	authors: { id: string; name: string }[];
	/** None where there are too many to choose from. */
	libraries: { slug: string; name: string }[];
}

/** Who may be the author of a line, and the libraries that a line may be about, for this reader. */
export async function readLogChoices(
	db: Kysely<DB>,
	{ institutes }: LogReader
): Promise<LogChoices> {
	const [authors, libraries] = await Promise.all([
		db
			.selectFrom('appUser')
			.select(['id', 'name'])
			.where('role', '<>', 'stakeholder')
			.$if(institutes !== null, (query) =>
				// Colleagues of her POI and who ever took over for one, and the programme manager, who asks and decides.
				query.where((eb) =>
					eb.or([
						eb('supportInstituteId', 'in', institutes),
						eb('role', '=', 'programme_manager'),
						eb(
							'id',
							'in',
							eb
								.selectFrom('adviserHandoverTo')
								.select('userId')
								.where('supportInstituteId', 'in', institutes)
						)
					])
				)
			)
			.orderBy('name')
			.orderBy('id')
			.execute(),
		db
			.selectFrom('library')
			.select(['slug', 'name'])
			.$if(institutes !== null, (query) => query.where('supportInstituteId', 'in', institutes))
			.orderBy('name')
			.limit(MOST_CHOICES + 1)
			.execute()
	]);
	return { authors, libraries: libraries.length > MOST_CHOICES ? [] : libraries };
}

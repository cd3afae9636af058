import { sql, type Kysely } from 'kysely';
import { changesBetween, type Step } from '#lib/ledger/template/template.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listSteps, listTemplateVersions } from './queries.ts';

export type VersionOutcome =
	| { outcome: 'recorded'; id: number }
	| { outcome: 'unchanged' }
	/** Somebody made a newer version in between. */
	| { outcome: 'conflict'; newest: number }
	| { outcome: 'unknown' };

export interface NewVersion {
	/** The version that it was made from, which has to be the newest of its profile. */
	basedOn: number;
	steps: readonly Step[];
	note: string;
}

/** Makes a new version of a template; older ones stay, and libraries keep the one that they have. */
export async function recordVersion(
	db: Kysely<DB>,
	author: Author,
	{ basedOn, steps, note }: NewVersion
): Promise<VersionOutcome> {
	return db.transaction().execute(async (trx): Promise<VersionOutcome> => {
		const recordedAt = await takeRecordStamp(trx);
		const versions = await listTemplateVersions(trx);
		const base = versions.find(({ id }) => id === basedOn);
		if (!base) return { outcome: 'unknown' };
		// The newest of each profile comes first.
		const newest = versions.find(({ profile }) => profile === base.profile)!;
		const current = (await listSteps(trx, [newest.id])).get(newest.id)!;
		if (changesBetween(current, steps).length === 0) return { outcome: 'unchanged' };
		if (newest.id !== base.id) return { outcome: 'conflict', newest: newest.id };
		const { id } = await trx
			.insertInto('milestoneTemplate')
			.values({
				...{ profile: base.profile, version: newest.version + 1, note },
				validFrom: sql<string>`(timezone('Europe/Amsterdam', ${recordedAt}::timestamptz))::date`,
				...{ source: author.organisation, confidence: 'reported' },
				recordedAt: sql<string>`${recordedAt}::timestamptz`,
				...{ recordedBy: author.id, recordedFor: author.organisation }
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		const rows = steps.map((step) => ({ ...step, templateId: id }));
		await trx.insertInto('milestoneTemplateStep').values(rows).execute();
		return { outcome: 'recorded', id };
	});
}

/**
 * Moves libraries, with the locations that they run today, to a version. Nothing of their plans changes.
 * `from` is what the reader saw: a library that somebody moved in between stays where it is, and nobody
 * goes to a version that has a newer one. Answers how many moved.
 */
export async function moveLibraries(
	db: Kysely<DB>,
	author: Author,
	moves: readonly { libraryId: number; from: number }[],
	to: number
): Promise<number> {
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		const { rows } = await sql<{ id: number }>`
			with asked as (
				select library_id, "from" from json_to_recordset(${JSON.stringify(
					moves.map(({ libraryId, from }) => ({ library_id: libraryId, from }))
				)}::json) as asked(library_id int, "from" int)
			), moved as (
				update library set template_id = ${to} from asked
				where library.id = asked.library_id and library.template_id = asked.from and asked.from <> ${to}
					and not exists (select from milestone_template target join milestone_template newer
						on newer.profile = target.profile and newer.version > target.version where target.id = ${to})
				returning library.id, asked.from
			), points as (
				update information_point point set template_id = ${to}
				from information_point_period period, moved
				where period.information_point_id = point.id and period.library_id = moved.id
					and period.valid_to = 'infinity'
			)
			insert into template_move (library_id, from_template_id, to_template_id, recorded_at, recorded_by, recorded_for)
			select moved.id, moved.from, ${to}, ${recordedAt}::timestamptz, ${author.id}, ${author.organisation}
			from moved returning library_id as id`.execute(trx);
		return rows.length;
	});
}

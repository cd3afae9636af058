import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { Step } from '#lib/ledger/template/template.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** A version of a template, and how many libraries follow it. */
export interface TemplateVersion {
	id: number;
	profile: string;
	version: number;
	validFrom: Day;
	note: string | null;
	/** The author by name, or the organisation that made it. */
	author: string;
	libraries: number;
}

/** Every version, of each profile the newest first. */
export async function listTemplateVersions(db: Kysely<DB>): Promise<TemplateVersion[]> {
	const { rows } = await sql<TemplateVersion>`
		select template.id, profile, version, valid_from, note,
			coalesce(author.name, template.recorded_for) as author,
			(select count(*)::int from library where library.template_id = template.id
				and library.active_to = 'infinity') as libraries
		from milestone_template template
		left join app_user author on author.id = template.recorded_by
		order by profile, version desc`.execute(db);
	return rows;
}

/** The steps of each of these versions, in order. */
export async function listSteps(
	db: Kysely<DB>,
	templateIds: readonly number[]
): Promise<Map<number, Step[]>> {
	const { rows } = await sql<Step & { templateId: number }>`
		select template_id, milestone_code, name_nl, name_en, offset_weeks, owners, evidence_nl, evidence_en,
			depends_on, not_applicable_allowed
		from milestone_template_step step join milestone on milestone.code = step.milestone_code
		where template_id = any (${templateIds}::int[])
		order by milestone.position`.execute(db);
	const groups = Map.groupBy(rows, ({ templateId }) => templateId);
	return new Map(
		templateIds.map((id) => [
			id,
			(groups.get(id) ?? []).map(({ templateId: _templateId, ...step }) => step)
		])
	);
}

/** The libraries of today that follow one of these versions, by name. */
export async function listFollowers(
	db: Kysely<DB>,
	templateIds: readonly number[]
): Promise<{ id: number; name: string; templateId: number }[]> {
	if (templateIds.length === 0) return [];
	return db
		.selectFrom('library')
		.select(['id', 'name', 'templateId'])
		.where('templateId', 'in', templateIds)
		.where('activeTo', '=', 'infinity')
		.orderBy('name')
		.execute();
}

/** One time that a library went to another version. */
export interface TemplateMove {
	id: number;
	recordedAt: Date;
	author: string;
	from: { profile: string; version: number };
	to: { profile: string; version: number };
}

interface MoveRow extends Pick<TemplateMove, 'id' | 'recordedAt' | 'author'> {
	fromProfile: string;
	fromVersion: number;
	toProfile: string;
	toVersion: number;
}

/** The moves of a library, the last first. */
export async function listMoves(db: Kysely<DB>, libraryId: number): Promise<TemplateMove[]> {
	const { rows } = await sql<MoveRow>`
		select move.id, move.recorded_at, coalesce(author.name, move.recorded_for) as author,
			before.profile as from_profile, before.version as from_version,
			after.profile as to_profile, after.version as to_version
		from template_move move
		join milestone_template before on before.id = move.from_template_id
		join milestone_template after on after.id = move.to_template_id
		left join app_user author on author.id = move.recorded_by
		where move.library_id = ${libraryId}
		order by move.id desc`.execute(db);
	return rows.map((row) => ({
		...{ id: row.id, recordedAt: row.recordedAt, author: row.author },
		from: { profile: row.fromProfile, version: row.fromVersion },
		to: { profile: row.toProfile, version: row.toVersion }
	}));
}

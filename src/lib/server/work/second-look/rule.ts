import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** What is decided about the openings of a province. */
export type LookDecision = { provinceCode: string; reason: string } & (
	{ kind: 'asked'; fromOn: Day } | { kind: 'not_asked' }
);

/** One decision about a province, with who took it. */
export interface LookRule {
	id: number;
	kind: 'asked' | 'not_asked';
	fromOn: Day | null;
	reason: string;
	recordedOn: Day;
	/** The author by name, or her organisation when the account is gone. */
	author: string;
}

/** What was decided about the openings of a province, the last first. */
export async function listLookRules(db: Kysely<DB>, provinceCode: string): Promise<LookRule[]> {
	const { rows } = await sql<LookRule>`
		select rule.id, rule.kind, rule.from_on, rule.reason, rule.recorded_on,
			coalesce(author.name, rule.recorded_for) as author
		from second_look_rule rule left join app_user author on author.id = rule.recorded_by
		where rule.province_code = ${provinceCode}
		order by rule.recorded_at desc, rule.id desc`.execute(db);
	return rows;
}

/**
 * Records the decision; `same` when it changes nothing (a form sent twice), so that nothing is recorded.
 * The caller has checked who decides.
 */
export async function decideAboutProvince(
	db: Kysely<DB>,
	author: Author,
	decision: LookDecision
): Promise<'recorded' | 'same'> {
	return db.transaction().execute(async (trx) => {
		const recordedAt = await takeRecordStamp(trx);
		const { provinceCode, kind, reason } = decision;
		const fromOn = decision.kind === 'asked' ? decision.fromOn : null;
		const last = (await listLookRules(trx, provinceCode))[0];
		const standing = last ?? { kind: 'not_asked', fromOn: null };
		if (standing.kind === kind && standing.fromOn === fromOn) return 'same';
		await trx
			.insertInto('secondLookRule')
			.values({
				...{ provinceCode, kind, fromOn, reason },
				...{ recordedBy: author.id, recordedFor: author.organisation },
				recordedAt: sql<string>`${recordedAt}::timestamptz`
			})
			.execute();
		return 'recorded';
	});
}

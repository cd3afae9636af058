import { sql, type Transaction } from 'kysely';
import { reasonCode, type ReasonInput } from '#lib/ledger/reason/reason-form.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Author } from '#lib/server/ledger/event/append.ts';
import { findReason, listReasons, type ReasonRow } from './queries.ts';

// The labels stand on pages that are kept whole, so each change here bumps the version of the data.

/** Puts a new reason at the end of the list; answers its code, made from the Dutch label. */
export async function addReason(
	trx: Transaction<DB>,
	author: Author,
	input: ReasonInput
): Promise<string> {
	const recordedAt = await takeRecordStamp(trx);
	const reasons = await trx.selectFrom('reason').select(['code', 'position']).execute();
	const code = reasonCode(input.labelNl, new Set(reasons.map((reason) => reason.code)));
	const position = Math.max(0, ...reasons.map((reason) => reason.position)) + 1;
	await trx
		.insertInto('reason')
		.values({ ...input, code, position })
		.execute();
	await insertEntry(trx, author, recordedAt, 'added', code);
	return code;
}

/** What a form about a reason is made from, as a text to compare with. */
export function reasonVersion({ labelNl, labelEn, external, active }: ReasonInput): string {
	return JSON.stringify([labelNl, labelEn, external, active]);
}

/**
 * Changes a reason. When it is no longer what the form was made from (`before`), nothing is changed
 * and the answer is the reason as somebody else left it.
 */
export async function changeReason(
	trx: Transaction<DB>,
	author: Author,
	code: string,
	input: ReasonInput,
	before: string | undefined
): Promise<ReasonRow | undefined> {
	const recordedAt = await takeRecordStamp(trx);
	const now = await findReason(trx, code);
	if (now && before !== undefined && before !== reasonVersion(now)) return now;
	if (now && reasonVersion(now) === reasonVersion(input)) return undefined;
	await trx.updateTable('reason').set(input).where('code', '=', code).execute();
	await insertEntry(trx, author, recordedAt, 'changed', code);
	return undefined;
}

/** Moves a reason one place up or down in the list; at its end nothing happens. */
export async function moveReason(
	trx: Transaction<DB>,
	author: Author,
	code: string,
	direction: 'up' | 'down'
): Promise<void> {
	const recordedAt = await takeRecordStamp(trx);
	const codes = (await listReasons(trx)).map((reason) => reason.code);
	const from = codes.indexOf(code);
	const to = direction === 'up' ? from - 1 : from + 1;
	const other = codes[to];
	if (from < 0 || other === undefined) return;
	codes[to] = code;
	codes[from] = other;
	for (const [index, each] of codes.entries()) {
		await trx
			.updateTable('reason')
			.set({ position: index + 1 })
			.where('code', '=', each)
			.execute();
	}
	await insertEntry(trx, author, recordedAt, 'moved', code);
}

/** Says what a reason is now that it was changed, as a row of the log. */
async function insertEntry(
	trx: Transaction<DB>,
	author: Author,
	recordedAt: string,
	kind: 'added' | 'changed' | 'moved',
	code: string
): Promise<void> {
	await trx
		.insertInto('reasonEntry')
		.columns([
			...(['reasonCode', 'labelNl', 'labelEn', 'external', 'active', 'position'] as const),
			...(['kind', 'recordedAt', 'recordedBy', 'recordedFor'] as const)
		])
		.expression((eb) =>
			eb
				.selectFrom('reason')
				.select(['code', 'labelNl', 'labelEn', 'external', 'active', 'position'])
				.select([
					sql<string>`${kind}::text`.as('kind'),
					sql<Date>`${recordedAt}::timestamptz`.as('recordedAt'),
					sql<string>`${author.id}::text`.as('recordedBy'),
					sql<string>`${author.organisation}::text`.as('recordedFor')
				])
				.where('code', '=', code)
		)
		.execute();
}

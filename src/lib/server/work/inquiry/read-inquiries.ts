import type { Kysely } from 'kysely';
import { ofEveryStatus } from '#lib/server/base/selection/where.ts';
import { readQuestion } from '#lib/server/figures/page/question.ts';
import { countedTo } from '#lib/server/ledger/last-look/list-last-looks.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Inquiries } from '#lib/work/inquiry/figures.ts';
import { listInquiries } from './queries.ts';

/** Questions on the two dates and within the filters of an address. */
export async function readInquiries(db: Kysely<DB>, params: URLSearchParams) {
	const { view, where, notices, supportInstitutes, today, demoData } = await readQuestion(
		db,
		params
	);
	const inquiries: Inquiries = {
		rows: await listInquiries(db, ofEveryStatus(where)),
		countedTo: countedTo(where)
	};
	return { view, notices, supportInstitutes, today, demoData, inquiries };
}

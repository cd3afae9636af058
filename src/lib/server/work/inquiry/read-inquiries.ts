import type { Kysely } from 'kysely';
import { keepsEmptyGroups, ofEveryStatus } from '#lib/server/base/selection/where.ts';
import { readQuestion } from '#lib/server/figures/page/question.ts';
import { countedTo } from '#lib/server/ledger/last-look/list-last-looks.ts';
import { listProvinces } from '#lib/server/network/province/queries.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Inquiries } from '#lib/work/inquiry/figures.ts';
import { listInquiries } from './queries.ts';

/** Questions on the two dates and within the filters of an address. */
export async function readInquiries(db: Kysely<DB>, params: URLSearchParams) {
	const { view, where, notices, supportInstitutes, today, demoData } = await readQuestion(
		db,
		params
	);
	const asked = ofEveryStatus(where);
	const [rows, provinces] = await Promise.all([listInquiries(db, asked), listProvinces(db)]);
	const namesOf = (groups: readonly { name: string }[]) =>
		keepsEmptyGroups(where) ? groups.map(({ name }) => name) : [];
	const inquiries: Inquiries = {
		rows,
		countedTo: countedTo(where),
		every: { poi: namesOf(supportInstitutes), provincie: namesOf(provinces) }
	};
	return { view, notices, supportInstitutes, today, demoData, inquiries };
}

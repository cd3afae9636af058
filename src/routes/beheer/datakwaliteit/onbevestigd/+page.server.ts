import { readId } from '#lib/base/form/read-id.ts';
import { requireQualityKeeper } from '#lib/server/access/account/permission.ts';
import { sayFact, saySource } from '#lib/server/base/source/say-fact.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { countUnconfirmed, listUnconfirmed } from '#lib/server/work/data-quality/facts.ts';
import { FACT_KINDS } from '#lib/work/data-quality/types.ts';
import type { PageServerLoad } from './$types';

const PER_PAGE = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
	requireQualityKeeper(locals);
	const db = getDb();
	const today = await readToday(db);
	const asked = url.searchParams.get('soort');
	const kind = FACT_KINDS.find((one) => one === asked) ?? null;
	const kinds = await countUnconfirmed(db, today);
	const listed = kinds
		.filter((one) => kind === null || one.kind === kind)
		.reduce((sum, { count }) => sum + count, 0);
	const pageCount = Math.max(1, Math.ceil(listed / PER_PAGE));
	const page = Math.min(pageCount, readId(url.searchParams.get('pagina')) ?? 1);
	const facts = await listUnconfirmed(db, { kind, page, size: PER_PAGE }, today);
	return {
		...{ kind, kinds, page, pageCount },
		facts: facts.map((fact) => ({
			...fact,
			name: sayFact(fact.name),
			source: saySource(fact.source)
		}))
	};
};

import { listProvinces } from '#lib/server/network/province/queries.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { PageServerLoad } from './$types';

/** Public. Every calendar and feed that there is, by the place that it is of. */
export const load: PageServerLoad = async () => {
	const db = getDb();
	const [provinces, institutes] = await Promise.all([
		listProvinces(db),
		db.selectFrom('supportInstitute').select(['slug', 'name']).orderBy('name').execute()
	]);
	return { provinces: provinces.map(({ slug, name }) => ({ slug, name })), institutes };
};

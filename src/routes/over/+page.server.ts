import { readEnv } from '#lib/server/platform/env/env.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import type { PageServerLoad } from './$types';

/** Public. Whom to ask comes from the settings of this installation. */
export const load: PageServerLoad = async () => {
	const { CONTACT, SECURITY_CONTACT } = readEnv();
	const { demoData } = await readDataState(getDb());
	return { contact: CONTACT ?? null, security: SECURITY_CONTACT ?? null, demoData };
};

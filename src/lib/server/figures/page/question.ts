import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readView, type ReadView } from './read-view.ts';

/** What an address asks of a page with figures: its view, and what belongs with every answer. */
export interface Question extends ReadView {
	db: Kysely<DB>;
	params: URLSearchParams;
	today: Day;
	demoData: boolean;
	dataVersion: number;
}

export async function readQuestion(db: Kysely<DB>, params: URLSearchParams): Promise<Question> {
	const [today, { version: dataVersion, demoData }] = await Promise.all([
		readToday(db),
		readDataState(db)
	]);
	return { ...(await readView(db, params, today)), db, params, today, demoData, dataVersion };
}

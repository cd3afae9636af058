import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { ReasonLabels } from '#lib/ledger/milestone/reason.ts';
import { programmeEventsKnown } from '#lib/server/base/source/programme-events.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Every reason by its code, also those no longer in use. */
export async function readReasonLabels(db: Kysely<DB>): Promise<ReasonLabels> {
	const rows = await db.selectFrom('reason').select(['code', 'labelNl', 'labelEn']).execute();
	return Object.fromEntries(
		rows.map(({ code, labelNl, labelEn }) => [code, { nl: labelNl, en: labelEn }])
	);
}

/** A period in which libraries were closed; `endsOn` is `today` while it lasts. */
export interface Lockdown {
	startsOn: Day;
	endsOn: Day;
}

/** The lockdowns of the programme that had begun on `today`, in order. */
export async function listLockdowns(db: Kysely<DB>, today: Day): Promise<Lockdown[]> {
	const rows = await programmeEventsKnown(db, null)
		.select(['startsOn', 'endsOn'])
		.where('kind', '=', 'lockdown')
		.where('startsOn', '<=', today)
		.orderBy('startsOn')
		.execute();
	return rows.map(({ startsOn, endsOn }) => ({ startsOn, endsOn: endsOn ?? today }));
}

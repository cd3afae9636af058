import { sql, type Transaction } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { authorOf } from './number-events.ts';

/** The day on which the demo looked at a few sources again. */
const LOOKED_ON = '2022-01-24';

/**
 * Writes that somebody looked at a few addresses of sources again, of which one did not answer. Nobody did:
 * it is invented, as what the demo says of libraries is.
 */
export async function insertSourceChecks(trx: Transaction<DB>, demoToday: Day): Promise<void> {
	if (demoToday < LOOKED_ON) return;
	const { recordedBy, recordedFor } = authorOf('kb');
	await sql`
		insert into source_check (address, verdict, recorded_at, recorded_by, recorded_for)
		select address, case when place = 3 then 'gone' else 'works' end,
			${`${LOOKED_ON}T10:00:00+01:00`}::timestamptz, ${recordedBy}, ${recordedFor}
		from (
			select address, row_number() over (order by address) as place
			from (select distinct substring(source from 'https?://[^[:space:];,"<>]*[^[:space:];,."<>)]') as address
				from target) read_at
			where address is not null
		) looked where place <= 4 order by place`.execute(trx);
}

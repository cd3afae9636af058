import { sql, type Kysely } from 'kysely';
import type { VariantCount } from '#lib/figures/operating-model/types.ts';
import { holdsOnBoth, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The points that are open on D as known on K, by the service variant that they have now; the most first. */
export async function countVariants(db: Kysely<DB>, where: Where): Promise<VariantCount[]> {
	const { rows } = await sql<VariantCount>`
		select point.service_variant as variant, count(*)::int as points
		from information_point_state stand
		join information_point point on point.id = stand.information_point_id
		where ${holdsOnBoth('stand', where)} and stand.opening = 'achieved'
			and stand.operation is distinct from 'permanently_closed'
		group by point.service_variant
		order by point.service_variant is null, count(*) desc, point.service_variant`.execute(db);
	return rows;
}

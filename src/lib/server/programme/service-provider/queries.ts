import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { ServiceProvider } from '#lib/programme/service-provider/service-provider.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The service providers by name, without the bodies that run the programme. */
export async function listServiceProviders(db: Kysely<DB>): Promise<ServiceProvider[]> {
	const rows = await db
		.selectFrom('serviceProvider as provider')
		.select(['abbreviation', 'fullName', 'whatFor', 'role', 'joined', 'source'])
		.select((one) =>
			jsonArrayFrom(
				one
					.selectFrom('serviceProviderTopic as topic')
					.select(['topic.topicNl as nl', 'topic.topicEn as en'])
					.whereRef('topic.abbreviation', '=', 'provider.abbreviation')
					.orderBy('topic.topicNl')
			).as('topics')
		)
		.where('role', 'in', ['founding', 'joined', 'joined convenant'])
		.orderBy('fullName')
		.execute();
	return rows.map(({ role, joined, ...row }) => ({
		...row,
		role: role === 'founding' ? 'founding' : 'joined',
		joined: joined ?? ''
	}));
}

import { sql, type Kysely } from 'kysely';

/** What people come with for each service provider, so that a question leads to the right one. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table service_provider_topic (
			abbreviation text not null constraint service_provider_topic_provider_exists references service_provider,
			topic_nl text not null,
			topic_en text not null,
			source text not null,
			confidence confidence not null,
			constraint service_provider_topic_once primary key (abbreviation, topic_nl),
			constraint service_provider_topic_length check (length(trim(topic_nl)) between 1 and 100
				and length(trim(topic_en)) between 1 and 100 and length(source) between 1 and 2000)
		);
		comment on table service_provider_topic is 'Subjects of questions that a service provider answers.';
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table service_provider_topic`.execute(db);
}

import { sql, type Kysely } from 'kysely';

const LENGTHS = [
	['information_point', 'town', 'information_point_town_length', 100],
	['information_point', 'host_name', 'information_point_host_name_length', 200],
	['information_point', 'address', 'information_point_address_length', 200],
	['information_point', 'postcode', 'information_point_postcode_length', 20],
	['information_point', 'source', 'information_point_source_length', 1000],
	['event', 'source', 'event_source_length', 1000],
	['event', 'recorded_for', 'event_recorded_for_length', 200],
	['event_batch', 'label', 'event_batch_label_length', 500],
	['reason', 'label_nl', 'reason_label_nl_length', 80],
	['reason', 'label_en', 'reason_label_en_length', 80],
	['app_user', 'email', 'app_user_email_length', 254]
] as const;

/** Every text that somebody can fill in has a length, whichever way it comes in. */
export async function up(db: Kysely<never>): Promise<void> {
	for (const [table, column, name, most] of LENGTHS) {
		await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)}
			check (length(${sql.ref(column)}) <= ${sql.lit(most)})`.execute(db);
	}
}

export async function down(db: Kysely<never>): Promise<void> {
	for (const [table, , name] of LENGTHS) {
		await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db);
	}
}

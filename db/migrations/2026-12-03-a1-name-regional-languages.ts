import { sql, type Kysely } from 'kysely';

/** Names in Low Saxon and Limburgish, which are recognised regional languages as Frisian is recognised. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table municipality_name
			drop constraint municipality_name_kind_known,
			add constraint municipality_name_kind_known
				check (kind in ('common', 'dutch', 'frisian', 'low_saxon', 'limburgish', 'former'));
		comment on table municipality_name is 'Other names that a municipality, or a town in it, is looked for by: spoken, Frisian, Low Saxon, Limburgish or Dutch, and of municipalities that it took the place of before 2019.';
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		delete from municipality_name where kind in ('low_saxon', 'limburgish');
		alter table municipality_name
			drop constraint municipality_name_kind_known,
			add constraint municipality_name_kind_known check (kind in ('common', 'dutch', 'frisian', 'former'));
		comment on table municipality_name is 'Other names that a municipality is looked for by: spoken, Frisian or Dutch, and of municipalities that it took the place of before 2019.';
	`.execute(db);
}

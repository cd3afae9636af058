import { sql, type Kysely } from 'kysely';

/** Courses of many libraries in a file: which file a report came from, so that it can be undone whole. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table upload drop constraint upload_kind_known;
		alter table upload
			add constraint upload_kind_known check (kind in ('milestones', 'load', 'courses'));
		comment on column upload.kind is 'milestones: of an adviser, for what is going on; load: the first file of the programme manager; courses: what libraries report of a year.';

		alter table course_count
			add column upload_id bigint constraint course_count_upload_exists references upload;
		create index course_count_upload_idx on course_count (upload_id) where upload_id is not null;
		comment on column course_count.upload_id is 'The file that it came from; null when it was typed, or when a file was undone.';
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		alter table course_count drop column upload_id;
		delete from upload where kind = 'courses';
		alter table upload drop constraint upload_kind_known;
		alter table upload add constraint upload_kind_known check (kind in ('milestones', 'load'));
		comment on column upload.kind is 'milestones: of an adviser, for what is going on; load: the first file of the programme manager.';
	`.execute(db);
}

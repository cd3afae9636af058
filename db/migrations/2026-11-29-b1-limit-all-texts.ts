import { sql, type Kysely } from 'kysely';

/** By the most characters: columns whose texts come from our own lists, files, sign-in or settings. */
const LENGTHS: Record<number, string> = {
	100: `app_account.id app_account.account_id app_account.provider_id app_rate_limit.id app_session.id
		app_session.ip_address app_session.token app_user.id app_verification.id boundary_set.content_hash
		edition_file.media_type edition_file.name event.recorded_by event_batch.created_by
		information_point.created_by information_point_state.opening information_point_state.operation
		library.isil library.main_town library.short_name library.slug milestone.code milestone_state.kind
		milestone_state.opening_form milestone_state.reason_code municipality.name municipality_name.name
		place.name programme_event.code province.name province.slug published_figure.dated
		published_figure.metric published_figure.unit published_figure.value_text question_import.recorded_by
		reason.code service_provider.abbreviation service_provider.joined service_provider.role
		sign_in_attempt.key support_institute.name support_institute.slug target.metric target.unit`,
	200: `edition.frozen_by edition.frozen_for library.name library.website programme_event.title_en
		programme_event.title_nl question_import.recorded_for service_provider.full_name
		support_institute.full_name`,
	500: `app_account.password app_rate_limit.key app_session.user_agent app_verification.identifier`,
	2000: `app_account.scope app_user.image boundary_set.attribution boundary_set.source edition_key.public_key
		library.notes library.source library.support_institute_source library_municipality.source
		library_succession.source milestone_template.source milestone_template_step.depends_on
		municipality.library_provision_note municipality.source municipality_name.source
		municipality_succession.note municipality_succession.source place.source population.source
		programme_event.source province.alternative_names province.source published_figure.description
		published_figure.source service_provider.source service_provider.what_for support_institute.source
		target.source target.statement_en target.statement_nl`,
	20000: `app_account.access_token app_account.id_token app_account.refresh_token app_verification.value
		place.other_names`,
	5000000: `municipality_boundary.path province_boundary.path`
};

interface Limit {
	table: string;
	column: string;
	most: number;
	name: string;
}

/** One list of limits a table, so that each table is read once. */
function limitsByTable(): Map<string, Limit[]> {
	const limits = Object.entries(LENGTHS).flatMap(([most, columns]) =>
		columns.split(/\s+/).map((path): Limit => {
			const [table = '', column = ''] = path.split('.');
			return { table, column, most: Number(most), name: `${table}_${column}_length` };
		})
	);
	return Map.groupBy(limits, ({ table }) => table);
}

/** What the product itself writes has a length too: a header or a file can be as long as it likes. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`update app_session set user_agent = left(user_agent, 500) where length(user_agent) > 500`.execute(
		db
	);
	for (const [table, limits] of limitsByTable()) {
		const added = limits.map(
			({ column, most, name }) =>
				sql`add constraint ${sql.ref(name)} check (length(${sql.ref(column)}::text) <= ${sql.lit(most)})`
		);
		await sql`alter table ${sql.table(table)} ${sql.join(added)}`.execute(db);
	}
}

export async function down(db: Kysely<never>): Promise<void> {
	for (const [table, limits] of limitsByTable()) {
		const dropped = limits.map(({ name }) => sql`drop constraint ${sql.ref(name)}`);
		await sql`alter table ${sql.table(table)} ${sql.join(dropped)}`.execute(db);
	}
}

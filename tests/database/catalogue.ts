import { sql, type Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';

/**
 * Everything the migrations make, one line each and sorted: columns, constraints, indexes, triggers,
 * functions, domains and comments, plus the rows that the migrations put in.
 */
export async function readCatalogue(db: Kysely<DB>): Promise<string[]> {
	const { rows } = await sql<{ line: string }>`
		with ours as (select oid, relname, relkind from pg_class
			where relnamespace = 'public'::regnamespace and relname not like 'kysely_%')
		select format('column %s.%s %s %s default %s %s', relname, attname, format_type(atttypid, atttypmod),
				case when attnotnull then 'not null' else 'null' end, pg_get_expr(adbin, adrelid), attidentity::text || attgenerated::text) as line
			from pg_attribute join ours on attrelid = ours.oid left join pg_attrdef on adrelid = attrelid and adnum = attnum
			where attnum > 0 and not attisdropped and relkind in ('r', 'v', 'm')
		union all select format('constraint %s %s', conname, pg_get_constraintdef(oid))
			from pg_constraint where connamespace = 'public'::regnamespace and conrelid not in
				(select oid from pg_class where relname like 'kysely_%')
		union all select format('index %s', pg_get_indexdef(indexrelid)) from pg_index join ours on indexrelid = ours.oid
		union all select format('trigger %s', pg_get_triggerdef(pg_trigger.oid)) from pg_trigger
			join ours on tgrelid = ours.oid where not tgisinternal
		union all select format('function %s', pg_get_functiondef(oid)) from pg_proc
			where pronamespace = 'public'::regnamespace
		union all select format('type %s %s', typname, format_type(typbasetype, typtypmod)) from pg_type
			where typnamespace = 'public'::regnamespace and typtype in ('d', 'e')
		union all select format('view %s %s', viewname, definition) from pg_views where schemaname = 'public'
		union all select format('comment %s %s %s', classoid::regclass,
				pg_describe_object(classoid, objoid, objsubid), description) from pg_description
			where pg_describe_object(classoid, objoid, 0) not like '%kysely%' and objoid >= 16384
		order by line`.execute(db);
	return rows.map((row) => row.line);
}

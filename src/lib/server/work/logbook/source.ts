import { sql, type RawBuilder } from 'kysely';
import type { Role } from '#lib/access/account/user.ts';
import type { LogKind } from '#lib/work/logbook/line.ts';

type Sql = RawBuilder<unknown>;

/** A table of dated, authored rows, as the log reads it. In its SQL the row is called `said`. */
export interface LogSource {
	/** Its name in the log: that of the table, or of what the row then says. */
	name: string;
	table: string;
	kind: LogKind;
	/** Who can read elsewhere in the product what it says. */
	readers: readonly Role[];
	/** The columns that say what it is about; null where it is about no library or location. */
	library: Sql;
	point: Sql;
	milestone: Sql;
	at: Sql;
	by: Sql;
	for: Sql;
	/** What {@link LogFacts} of the line has. */
	facts: Sql;
	reason: Sql;
	/** Words of the author. */
	words: Sql;
	/** The id of the account that it is about. */
	user: Sql;
	/** Tables beside it that `facts` or `library` need: each row at most one. */
	join: Sql;
	/** Which rows are writes of somebody. */
	where: Sql;
}

const NOTHING = sql`null`;

/** Of a source that does not say what or whom it is about, nor anything of it in words. */
const UNSAID = {
	...{ library: NOTHING, point: NOTHING, milestone: NOTHING },
	...{ reason: NOTHING, words: NOTHING, user: NOTHING }
};

/** What everybody who signs in can read: it is public. */
export const PUBLIC: readonly Role[] = ['advisor', 'programme_manager', 'admin'];
/** What is for the advisers of a POI and the programme. */
export const OF_POI: readonly Role[] = ['advisor', 'programme_manager'];
/** What the programme manager alone has a page of. */
export const OF_KB: readonly Role[] = ['programme_manager'];
/** What the administrator alone has a page of. */
export const OF_ADMIN: readonly Role[] = ['admin'];

/** The facts of a row by the names of its columns. */
export const factsOf = (...columns: string[]): Sql =>
	sql`json_build_object(${sql.join(
		columns.flatMap((column) => [sql.lit(column), sql.ref(`said.${column}`)])
	)})`;

/** A source with what most of them have alike. */
export function source(
	table: string,
	kind: LogKind,
	readers: readonly Role[],
	own: Partial<Omit<LogSource, 'table' | 'kind' | 'readers'>>
): LogSource {
	return {
		...UNSAID,
		...{ name: table, table, kind, readers, facts: sql`'{}'::json` },
		...{ at: sql.ref('said.recorded_at'), by: sql.ref('said.recorded_by') },
		...{ for: sql.ref('said.recorded_for'), join: sql``, where: sql`true` },
		...own
	};
}

/**
 * A source as this role reads it. What she can read nowhere else is closed: that something was recorded,
 * by whom and when, not what or about whom; so it cannot be searched or filtered for either.
 */
export function asReadBy(source: LogSource, role: Role): LogSource {
	if (!source.readers.includes(role)) return { ...source, ...UNSAID, facts: sql`null::json` };
	// Words are for the programme and the POI; an administrator keeps accounts.
	return role === 'admin' ? { ...source, words: NOTHING } : source;
}

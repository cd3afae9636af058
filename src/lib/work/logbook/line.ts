import type { Day } from '#lib/base/day/day.ts';
import { institutesOf } from '#lib/access/account/permission.ts';
import type { Role, User } from '#lib/access/account/user.ts';

/** The most lines that a file of the log has. */
export const MOST_IN_FILE = 20_000;

/** What lines of the log are told apart by, as an address says it. */
export const LOG_KINDS = [
	...(['mijlpalen', 'locaties', 'bewijs', 'opmerkingen', 'navraag', 'meldingen'] as const),
	...([
		'tweede-blik',
		'netwerk',
		'cursussen',
		'toerusting',
		'kosten',
		'subsidie',
		'vragen'
	] as const),
	...(['bestanden', 'kwartalen', 'kwartaalstanden', 'tijdlijn', 'rondes', 'sjablonen'] as const),
	...(['redenen', 'grenzen', 'gebruikers', 'bronnen'] as const)
];
export type LogKind = (typeof LOG_KINDS)[number];

/** What a row of a table said, by the names of its columns. */
export type LogFacts = Record<string, string | number | boolean | null>;

/** A dated, authored write of whatever table, as it was read. */
export interface LogRow {
	/** The table that it stands in. */
	source: string;
	kind: LogKind;
	id: number;
	/** UTC with microseconds: the place of the line among the others. */
	at: string;
	recordedBy: string;
	/** The organisation of the author at that time. */
	recordedFor: string;
	/** The author by name; null when nobody has that account. */
	author: string | null;
	librarySlug: string | null;
	libraryName: string | null;
	pointId: number | null;
	pointName: string | null;
	milestoneCode: string | null;
	/** Null: this reader may know that something was recorded, and no more. */
	facts: LogFacts | null;
	/** The label of the reason code, in both languages. */
	reasonNl: string | null;
	reasonEn: string | null;
	/** What the author said in words. */
	said: string | null;
	/** The account that the line is about, by name. */
	aboutUser: string | null;
}

/** What somebody asks of the log. */
export interface LogQuery {
	kind: LogKind | null;
	/** The id of an author. */
	author: string | null;
	/** A library, with its locations, by its slug. */
	library: string | null;
	from: Day | null;
	to: Day | null;
	/** Words that stand in what was said, or in the name of a library, a location or an author. */
	text: string;
	before: LogPlace | null;
}

/** A place in the log: the line that what follows comes after. */
export interface LogPlace {
	at: string;
	source: string;
	id: number;
}

/** Who reads the log: what she may read of it follows from both. */
export interface LogReader {
	role: Role;
	/** Only of libraries of these POIs; null: of everything. */
	institutes: number[] | null;
}

/** Somebody who may read the log, as its reader. */
export const logReader = (user: User): LogReader => ({
	role: user.role,
	institutes: user.role === 'advisor' ? institutesOf(user) : null
});

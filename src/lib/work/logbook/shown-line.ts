import type { Role } from '#lib/access/account/user.ts';
import { quarterOf } from '#lib/base/as-of/quarter.ts';
import { link } from '#lib/base/i18n/link.ts';
import { PUBLIC_SOURCES } from '#lib/ledger/change/author.ts';
import { recordedText } from '#lib/ledger/change/sentence.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { VISITOR } from '#lib/work/error-report/error-report.ts';
import { kindLabel } from './kind-label.ts';
import { placeText } from './query.ts';
import type { LogReader, LogRow } from './line.ts';
import { PROGRAMME_TEXTS } from './programme-texts.ts';
import { inLanguage, RECORD_TEXTS, type LineText } from './record-texts.ts';

/** A line of the log in the language of the reader, with nothing in it that she may not see. */
export interface ShownLine {
	key: string;
	/** UTC. */
	at: string;
	when: string;
	/** The author by name, or what else is known of her. */
	who: string;
	organisation: string;
	kind: string;
	what: string;
	library: string | null;
	point: string | null;
	/** Where it can be seen in the product; null where this reader has no such page. */
	href: string | null;
	/** What the page behind `href` is about. */
	about: string | null;
	reason: string | null;
	said: string | null;
}

const TEXTS: Readonly<Record<string, LineText>> = { ...RECORD_TEXTS, ...PROGRAMME_TEXTS };

/** A row as it was read for somebody of this role. */
export function showLine(row: LogRow, { role }: Pick<LogReader, 'role'>): ShownLine {
	const about = row.pointName ?? row.libraryName;
	return {
		...{ key: placeText(row), at: row.at, when: recordedText({ recordedAt: row.at }, getLocale()) },
		...{ who: whoOf(row), organisation: organisationOf(row) },
		...{ kind: kindLabel(row.kind), what: whatOf(row) },
		...{ library: row.libraryName, point: row.pointName, about, said: row.said },
		href: hrefOf(row, role),
		reason: row.reasonNl === null ? null : inLanguage(row.reasonNl, row.reasonEn)
	};
}

function whatOf(row: LogRow): string {
	const text = TEXTS[row.source];
	if (!text) throw new Error(`the log has no words for ${row.source}`);
	return row.facts === null ? m.logbook_closed() : text(row.facts, row);
}

function whoOf({ author, recordedBy, recordedFor }: LogRow): string {
	if (recordedBy === VISITOR.id) return m.logbook_visitor();
	return author ?? (recordedFor === '' ? m.logbook_nobody() : recordedFor);
}

/** What a visitor asked has no organisation; what was read in a source names that. */
const organisationOf = ({ author, recordedBy, recordedFor }: LogRow): string =>
	recordedBy === VISITOR.id || (author === null && recordedFor !== PUBLIC_SOURCES)
		? ''
		: recordedFor;

function hrefOf(row: LogRow, role: Role): string | null {
	if (row.pointId !== null) return link(`/informatiepunten/${row.pointId}`);
	if (row.librarySlug !== null) return link(`/bibliotheken/${row.librarySlug}`);
	if (role === 'admin') return row.kind === 'gebruikers' ? link('/beheer/gebruikers') : null;
	return role === 'programme_manager' ? manageHref(row) : null;
}

/** The page of the programme manager where this can be seen. */
function manageHref({ kind, facts }: LogRow): string | null {
	if (facts === null) return null;
	switch (kind) {
		case 'tijdlijn':
			return link(`/beheer/tijdlijn/${String(facts.code)}`);
		case 'rondes':
			return link(`/beheer/rondes/${String(facts.code)}`);
		case 'redenen':
			return link(`/beheer/redenen/${String(facts.reasonCode)}`);
		case 'kwartalen':
			return link(`/beheer/kwartalen/${quarterOf(String(facts.quarterEnd)).code}`);
		case 'kwartaalstanden':
			return link(`/kwartaalstanden/${quarterOf(String(facts.quarterEnd)).code}`);
		case 'sjablonen':
			return link('/beheer/sjablonen');
		case 'vragen':
			return link('/beheer/vragen');
		case 'tweede-blik':
			return link('/beheer/tweede-blik');
		case 'meldingen':
			return link('/beheer/meldingen');
		case 'subsidie':
			return facts.dueOn === undefined ? null : link('/beheer/subsidie/verantwoording');
		case 'bronnen':
			return link('/beheer/datakwaliteit/bronnen', new URLSearchParams({ toon: 'alle' }));
		case 'grenzen':
			return link(facts.name === 'silent_weeks' ? '/beheer/bijhouden' : '/beheer/kosten');
		default:
			return null;
	}
}

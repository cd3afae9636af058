import { generateAtomFeed } from 'feedsmith';
import type { HistoryEntry } from '#lib/ledger/change/history-entry.ts';
import { historySentence, statementText } from '#lib/ledger/change/sentence.ts';
import { link } from '#lib/base/i18n/link.ts';
import { fitXml } from '#lib/publish/feed/fit-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

export interface NewsParts {
	/** "Openingen en veranderingen in Limburg" */
	title: string;
	entries: readonly HistoryEntry[];
	/** For the address of what is older; null on the last page. */
	next: number | null;
	/** The page of the same place. */
	pageHref: string;
	demoData: boolean;
	/** The address that was asked for. */
	url: URL;
}

/** The address parameter of an older page: only what was recorded before this entry. */
export const OLDER_PARAMETER = 'voor';

/** Before anything was recorded: an empty feed has to have been updated on some day. */
const BEGINNING = '2019-01-01T00:00:00Z';

const text = (value: string) => ({ value: fitXml(value), type: 'text' });

/** What was recorded about openings as an Atom feed (RFC 4287), in pages (RFC 5005). */
export function makeNews({ title, entries, next, pageHref, demoData, url }: NewsParts): string {
	const atom = { type: 'application/atom+xml' };
	const older = new URL(url);
	older.searchParams.set(OLDER_PARAMETER, String(next));
	const first = new URL(url);
	first.searchParams.delete(OLDER_PARAMETER);
	const language = getLocale();
	return generateAtomFeed({
		xml: { lang: language },
		// One name for all its pages.
		id: tag(url, `nieuws${first.pathname}${first.search}`),
		title: text(title),
		subtitle: text(demoData ? `${m.feed_news_about()} ${m.chart_demo()}` : m.feed_news_about()),
		updated: new Date(entries[0]?.recordedAt ?? BEGINNING),
		authors: [{ name: m.common_product_name() }],
		links: [
			{ href: url.href, rel: 'self', ...atom },
			{ href: new URL(pageHref, url).href, rel: 'alternate', type: 'text/html' },
			...(url.href === first.href ? [] : [{ href: first.href, rel: 'first', ...atom }]),
			...(next === null ? [] : [{ href: older.href, rel: 'next', ...atom }])
		],
		entries: entries.map((entry) => {
			const moment = new Date(entry.recordedAt);
			return {
				id: tag(url, `gebeurtenis-${entry.id}`),
				title: text(titleOf(entry, language)),
				published: moment,
				updated: moment,
				authors: [{ name: fitXml(entry.organisation) }],
				links: [{ href: new URL(hrefOf(entry), url).href, rel: 'alternate', type: 'text/html' }],
				content: text(historySentence(entry, { locale: language, showSubject: true }))
			};
		})
	});
}

/** A name for ever (RFC 4151), whatever the address becomes. */
const tag = ({ hostname }: URL, name: string) => `tag:${hostname},2019:${name}`;

/** "Bibliotheek Venlo: geopend op 1 juni 2021" */
function titleOf(entry: HistoryEntry, language: 'nl' | 'en'): string {
	const { corrected, milestoneCode, subject } = entry;
	const said =
		entry.kind === 'undone' && corrected
			? m.feed_title_undone({ said: statementText(corrected, milestoneCode, language) })
			: statementText(entry, milestoneCode, language);
	return `${subject.name}: ${said}`;
}

const hrefOf = ({ subject }: HistoryEntry): string =>
	subject.level === 'library'
		? link(`/bibliotheken/${subject.slug}`)
		: link(`/informatiepunten/${subject.id}`);

import { parse } from 'node-html-parser';
import type { Quarter } from '#lib/base/as-of/quarter.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { escapeXml } from '#lib/base/map/xml.ts';
import { SUMS_FILE } from '#lib/publish/edition/checksums.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale, locales, type Locale } from '#lib/paraglide/runtime.js';
import { inLocale } from '#lib/server/platform/locale/in-locale.ts';
import { dayOf, fileOf, relativeFile, type Address } from './address.ts';

/** The page whose header and footer the front page takes over; it stands beside it. */
export const SHELL = 'over.html';

export const COVER = 'index.html';

/** Checks every file of the archive; part of macOS and Linux. */
const CHECK = `shasum -a 256 -c ${SUMS_FILE}`;

export interface ArchiveFacts {
	/** The day of the figures. */
	today: Day;
	madeAt: Date;
	pages: number;
	/** Files that are no page. */
	files: number;
	/** Of which the archive has the map at the end. */
	quarters: readonly Quarter[];
}

const folderOf = (locale: Locale): string => (locale === 'nl' ? '' : `${locale}/`);
const localeOf = (address: Address): Locale =>
	locales.find((locale) => fileOf(address).startsWith(`${locale}/`)) ?? 'nl';

/** What stands above every page of the archive: of which day it is, and where it says what it holds. */
export function asideOf(address: Address, today: Day): string {
	const locale = localeOf(address);
	return inLocale(locale, () => {
		const day = dayOf(address);
		const said = day
			? m.archive_aside_day({ day: formatDay(day, locale), today: formatDay(today, locale) })
			: m.archive_aside({ day: formatDay(today, locale) });
		const cover = relativeFile(fileOf(address), folderOf(locale) + COVER);
		const linked = `<a href="${cover}">${escapeXml(m.archive_aside_link())}</a>`;
		return `<aside class="archief" aria-label="${escapeXml(m.archive_title())}"><p>${escapeXml(said)} ${linked}</p></aside>`;
	});
}

/** The front page of the archive in one language, in the frame of the page `shell`. */
export function makeCover(shell: string, locale: Locale, facts: ArchiveFacts): string {
	const page = parse(shell);
	inLocale(locale, () => {
		page.querySelector('title')?.set_content(escapeXml(m.archive_title()));
		page.querySelector('main')?.set_content(coverContent(facts));
	});
	for (const current of page.querySelectorAll('header [aria-current]')) {
		current.removeAttribute('aria-current');
	}
	for (const other of page.querySelectorAll('header a[hreflang]')) {
		other.setAttribute('href', (other.getAttribute('href') ?? '').replace(SHELL, COVER));
	}
	return page.toString();
}

function coverContent(facts: ArchiveFacts): string {
	const day = formatDay(facts.today, getLocale());
	const list = (items: readonly string[], name = '') =>
		`<ul${name && ` class="${name}"`}>${items.map((one) => `<li>${one}</li>`).join('')}</ul>`;
	const heading = (text: string) => `<h2>${escapeXml(text)}</h2>`;
	const said = (texts: readonly string[]) => list(texts.map((text) => escapeXml(text)));
	const linked = (path: Address, text: string) =>
		`<a href="${fileOf(path)}">${escapeXml(text)}</a>`;
	const moment = new Intl.DateTimeFormat(getLocale(), {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone: 'Europe/Amsterdam'
	});
	return [
		'<div class="archief-blad">',
		`<h1>${escapeXml(m.archive_title())}</h1>`,
		`<p class="lead">${escapeXml(m.archive_lead({ day }))}</p>`,
		heading(m.archive_start_heading()),
		list([
			linked('/', m.archive_start_map()),
			linked('/kwartaalstanden', m.archive_start_editions()),
			linked('/data', m.archive_start_data()),
			linked('/definities', m.archive_start_definitions())
		]),
		heading(m.archive_maps_heading()),
		list(
			facts.quarters.map(({ end }) => linked(`/?peildatum=${end}`, formatDay(end, getLocale()))),
			'archief-dagen'
		),
		heading(m.archive_holds_heading()),
		said([
			m.archive_holds_pages({ count: formatNumber(facts.pages) }),
			m.archive_holds_files({ count: formatNumber(facts.files) })
		]),
		heading(m.archive_left_heading()),
		said([
			m.archive_left_search(),
			m.archive_left_days(),
			m.archive_left_where(),
			m.archive_left_account(),
			m.archive_left_scripts()
		]),
		`<p>${escapeXml(m.archive_left_links())}</p>`,
		heading(m.archive_check_heading()),
		`<p>${escapeXml(m.archive_check())}</p><p><code>${CHECK}</code></p>`,
		`<p>${escapeXml(m.archive_made({ moment: moment.format(facts.madeAt) }))}</p>`,
		'</div>'
	].join('\n');
}

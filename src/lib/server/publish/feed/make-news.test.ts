import fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#lib/ledger/change/history-entry.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { makeNews } from './make-news.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const ENTRY: HistoryEntry = {
	...{ id: 12, milestoneCode: 'opening', kind: 'planned', effectiveOn: '2022-01-05' },
	...{ targetOn: '2022-06-01', openingForm: null, datePrecision: 'day' },
	subject: { level: 'information_point', id: 7, name: 'IDO Venlo' },
	...{ recordedAt: '2022-01-05T09:30:00.123456Z', recordedOn: '2022-01-05' },
	...{ organisation: 'Cubiss', person: null, reason: null, note: null, corrected: null },
	before: {
		...{ kind: 'planned', effectiveOn: '2021-01-01', targetOn: '2022-03-01' },
		...{ openingForm: null, datePrecision: 'day' }
	},
	...{ correctedBy: null, mayUndo: false, mayCorrect: false, loadedOn: null }
};

const write = (entries: HistoryEntry[], { next = null as number | null, query = '' } = {}) =>
	makeNews({
		...{ title: 'Nieuws', entries, next, pageHref: '/volgen', demoData: false },
		url: new URL(`https://ido.example.nl/nieuws.atom${query}`)
	});
const read = (text: string) => parseAtomFeed(text);
const linkOf = (text: string, rel: string) =>
	read(text).links?.find((one) => one.rel === rel)?.href;

describe('news', () => {
	it('says who recorded what, when and where it stands, under a name for ever', () => {
		const feed = read(write([ENTRY]));
		expect(feed).toMatchObject({
			id: 'tag:ido.example.nl,2019:nieuws/nieuws.atom',
			updated: '2022-01-05T09:30:00.123Z'
		});
		expect(feed.entries).toMatchObject([
			{
				id: 'tag:ido.example.nl,2019:gebeurtenis-12',
				title: { value: 'IDO Venlo: gepland op 1 juni 2022' },
				updated: '2022-01-05T09:30:00.123Z',
				authors: [{ name: 'Cubiss' }],
				links: [{ href: 'https://ido.example.nl/informatiepunten/7', rel: 'alternate' }]
			}
		]);
		expect(feed.entries![0]!.content!.value).toMatch(/Cubiss.*1 maart 2022.*1 juni 2022/);
	});

	it('comes in pages of one feed', () => {
		const first = write([ENTRY], { next: 12, query: '?provincie=limburg' });
		expect(linkOf(first, 'next')).toBe(
			'https://ido.example.nl/nieuws.atom?provincie=limburg&voor=12'
		);
		const older = write([ENTRY], { query: '?provincie=limburg&voor=12' });
		expect(linkOf(older, 'next')).toBeUndefined();
		expect(linkOf(older, 'first')).toBe('https://ido.example.nl/nieuws.atom?provincie=limburg');
		expect(read(older).id).toBe(read(first).id);
	});

	it('is a feed also when nothing happened', () => {
		expect(read(write([]))).toMatchObject({ updated: '2019-01-01T00:00:00.000Z' });
	});

	it('reads back any name, and has no character that XML has not', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (name) => {
				const text = write([{ ...ENTRY, subject: { ...ENTRY.subject, name } }]);
				// eslint-disable-next-line no-control-regex
				expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
				expect(text.isWellFormed()).toBe(true);
				expect(read(text).entries).toHaveLength(1);
				expect(read(text).entries![0]!.title!.value).toContain(': gepland op 1 juni 2022');
			})
		);
	});
});

import fc from 'fast-check';
import ICAL from 'ical.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { CalendarOpening } from './list-openings.ts';
import { makeCalendar } from './make-calendar.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const OPENING: CalendarOpening = {
	...{ id: 7, name: 'IDO Venlo', address: 'Begijnengang 2', postcode: '5911 JL', town: 'Venlo' },
	...{ library: 'Bibliotheek Venlo', municipality: 'Venlo' },
	...{ state: 'planned', from: '2022-03-01', until: '2022-03-02', precision: 'day', sequence: 2 },
	...{ createdAt: '2021-01-01T10:00:00.123456Z', changedAt: '2022-01-05T09:30:00.5Z' }
};
const url = new URL('https://ido.example.nl/openingen.ics?provincie=limburg');

const write = (...openings: CalendarOpening[]) =>
	makeCalendar({ name: 'Openingen', openings, demoData: false, url });

/** As a calendar program reads it. */
const read = (text: string) => {
	const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
	return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
};
const valueOf = (event: ICAL.Event, name: string) =>
	String(event.component.getFirstPropertyValue(name));

describe('a calendar of openings', () => {
	it('has an event of a whole day, which is a plan and no appointment', () => {
		const [event] = read(write(OPENING));
		expect(event).toMatchObject({
			...{ uid: 'opening-7@ido.example.nl', summary: 'Opening gepland: IDO Venlo', sequence: 2 },
			location: 'Begijnengang 2, 5911 JL Venlo'
		});
		expect([event!.startDate.toString(), event!.endDate.toString()]).toEqual([
			...['2022-03-01', '2022-03-02']
		]);
		expect(event!.startDate.isDate).toBe(true);
		const told = ['status', 'dtstamp', 'last-modified', 'created', 'transp', 'url'];
		expect(told.map((name) => valueOf(event!, name))).toEqual([
			...['TENTATIVE', '2022-01-05T09:30:00Z', '2022-01-05T09:30:00Z', '2021-01-01T10:00:00Z'],
			...['TRANSPARENT', 'https://ido.example.nl/informatiepunten/7']
		]);
		expect(event!.description).toBe('Gepland op 1 maart 2022.\nBibliotheek Venlo, gemeente Venlo.');
	});

	it('says what was called off, under the same name', () => {
		const [event] = read(write({ ...OPENING, state: 'cancelled', sequence: 3 }));
		expect([event!.uid, valueOf(event!, 'status'), event!.sequence, event!.summary]).toEqual([
			...['opening-7@ido.example.nl', 'CANCELLED', 3, 'Gaat niet door: opening IDO Venlo']
		]);
	});

	it('has an opening of which the day is not known as its whole month', () => {
		const month = { from: '2021-12-01', until: '2022-01-01', precision: 'month' } as const;
		const [event] = read(write({ ...OPENING, ...month, state: 'opened' }));
		expect([event!.startDate.toString(), event!.endDate.toString()]).toEqual([
			...['2021-12-01', '2022-01-01']
		]);
		expect(event!.description).toContain('Geopend: december 2021.\nDe dag is niet precies bekend.');
		expect(valueOf(event!, 'status')).toBe('CONFIRMED');
	});

	it('gives the same bytes of the same data, with lines of at most 75 octets', () => {
		const text = write({ ...OPENING, name: 'É'.repeat(150) });
		expect(write({ ...OPENING, name: 'É'.repeat(150) })).toBe(text);
		const lines = text.split('\r\n');
		expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
	});

	it('reads back any name, whatever stands in it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
				const events = read(write({ ...OPENING, name }, { ...OPENING, id: 8 }));
				expect(events.map(({ uid }) => uid)).toEqual([
					...['opening-7@ido.example.nl', 'opening-8@ido.example.nl']
				]);
				// eslint-disable-next-line no-control-regex
				const clean = name.toWellFormed().replace(/[\u0000-\u001F\uFFFE\uFFFF]/g, '');
				// eslint-disable-next-line no-control-regex
				expect(events[0]!.summary.replace(/[\u0000-\u001F]/g, '')).toBe(
					`Opening gepland: ${clean}`
				);
			})
		);
	});
});

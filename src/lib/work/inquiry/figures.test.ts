import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { inquiryFigure, inquirySentence, type Inquiries, type InquiryRow } from './figures.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const asked = (facts: Partial<InquiryRow> = {}): InquiryRow => ({
	...{ id: 1, question: 'Klopt dit nog?', reply: null, milestoneCode: null },
	...{ library: 'Bibliotheek Weesp', pointName: null, institute: 'Probiblio', province: 'Utrecht' },
	...{ askedOn: '2022-01-03', dueOn: '2022-01-10', answeredOn: null, withdrawnOn: null },
	...{ answerer: null, isFromVisitor: false },
	...facts
});

const inquiries = (rows: InquiryRow[], every: Partial<Inquiries['every']> = {}): Inquiries => ({
	...{ rows, countedTo: '2022-01-31' },
	every: { poi: [], provincie: [], ...every }
});

const ROWS = [
	asked(),
	asked({ isFromVisitor: true, answeredOn: '2022-01-07' }),
	asked({ isFromVisitor: true, answeredOn: '2022-01-14' }),
	asked({ isFromVisitor: true, askedOn: '2022-02-01', dueOn: '2022-02-15' })
];

describe('questions counted by how they stand', () => {
	it('tell who asked apart, also who asked nothing', () => {
		expect(inquiryFigure(inquiries(ROWS), 'vrager').table.rows).toEqual([
			['Programmamanager', 0, 1, 0, 0, 0, null],
			['Bezoeker van de site', 0, 0, 1, 1, 0, 7.5]
		]);
		expect(inquiryFigure(inquiries([]), 'vrager').table.rows).toEqual([
			['Bezoeker van de site', 0, 0, 0, 0, 0, null],
			['Programmamanager', 0, 0, 0, 0, 0, null]
		]);
	});

	it('keep a province or POI of which nothing was asked, with its zeros', () => {
		const all = inquiries(ROWS, { provincie: ['Drenthe', 'Utrecht'], poi: ['Rijnbrink'] });
		expect(inquiryFigure(all, 'provincie').table.rows).toEqual([
			['Utrecht', 0, 1, 1, 1, 0, 7.5],
			['Drenthe', 0, 0, 0, 0, 0, null]
		]);
		expect(inquiryFigure(all, 'poi').table.rows.map(([name]) => name)).toEqual([
			'Probiblio',
			'Rijnbrink'
		]);
	});

	it('are told with how many a visitor reported, and without when none did', () => {
		expect(inquirySentence(inquiries(ROWS))).toBe(
			'Tot en met 31 januari 2022 zijn 3 vragen gesteld. Beantwoord: 2. Nog open: 1, waarvan te laat: 1. Bezoekers van de site meldden er 2.'
		);
		expect(inquirySentence(inquiries([asked()]))).not.toMatch(/bezoeker/i);
	});
});

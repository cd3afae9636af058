import { describe, expect, it } from 'vitest';
import { PUBLIC_SOURCES } from './author.ts';
import type { HistoryEntry, Statement } from './history-entry.ts';
import { authorText, historySentence, recordedText } from './sentence.ts';

const NOTHING: Statement = {
	...{ kind: 'planned', effectiveOn: '2021-03-01', targetOn: '2021-06-01' },
	...{ openingForm: null, datePrecision: 'day' }
};

function entry(values: Partial<HistoryEntry> = {}): HistoryEntry {
	return {
		...NOTHING,
		...{
			id: 1,
			milestoneCode: 'training',
			organisation: 'Rijnbrink',
			person: null,
			loadedOn: null
		},
		subject: { level: 'library', slug: 'bibliotheek-hengelo', name: 'Bibliotheek Hengelo' },
		...{ recordedAt: '2021-03-01T09:05:00.000000Z', recordedOn: '2021-03-01' },
		...{ reason: null, note: null, before: null, corrected: null, correctedBy: null },
		...{ mayUndo: false, mayCorrect: false },
		...values
	};
}

const dutch = (values: Partial<HistoryEntry>, showSubject = false) =>
	historySentence(entry(values), { locale: 'nl', showSubject });

const LOCKDOWN = { nl: 'Corona of lockdown', en: 'Corona or lockdown' };
const done = { kind: 'achieved', targetOn: null } as const;

describe('a sentence of the history', () => {
	it('tells a first plan', () => {
		expect(dutch({})).toBe(
			'Adviseur van Rijnbrink plande ‘Vaardigheidstraining gevolgd’ op 1 juni 2021.'
		);
	});

	it('tells what was, what is and why when a plan moves', () => {
		const before = { ...NOTHING, targetOn: '2021-04-01' };
		expect(dutch({ before, reason: LOCKDOWN })).toBe(
			'Adviseur van Rijnbrink verplaatste de planning van ‘Vaardigheidstraining gevolgd’ van 1 april 2021 naar 1 juni 2021. Reden: Corona of lockdown.'
		);
		expect(dutch({ before })).toMatch(/Geen reden opgegeven\.$/);
	});

	it('speaks English too', () => {
		const before = { ...NOTHING, targetOn: '2021-04-01' };
		const english = historySentence(entry({ before, reason: LOCKDOWN }), { locale: 'en' });
		expect(english).toBe(
			'Adviser at Rijnbrink moved the plan for ‘Skills training completed’ from 1 April 2021 to 1 June 2021. Reason: Corona or lockdown.'
		);
	});

	it('names the person for colleagues, and the KB without "adviser of"', () => {
		expect(authorText({ organisation: 'Rijnbrink', person: 'Anna Bos' }, 'nl')).toBe(
			'Anna Bos (Rijnbrink)'
		);
		expect(authorText({ organisation: 'KB', person: null }, 'nl')).toBe('KB');
		expect(authorText({ organisation: PUBLIC_SOURCES, person: null }, 'nl')).toBe(
			'Een openbare bron'
		);
	});

	it('is no more exact than what is known', () => {
		expect(dutch({ ...done, datePrecision: 'month' })).toContain('gereed was in maart 2021');
		expect(dutch({ ...done, datePrecision: 'year' })).toContain('gereed was in 2021');
		expect(dutch(done)).toContain('gereed was op 1 maart 2021');
	});

	it('says that it was loaded, and when', () => {
		expect(dutch({ loadedOn: '2022-01-05' })).toMatch(
			/op 1 juni 2021\. Ingeladen op 5 januari 2022\.$/
		);
	});

	it('tells a small opening apart', () => {
		expect(dutch({ ...done, milestoneCode: 'opening', openingForm: 'kleinschalig' })).toContain(
			'op 1 maart 2021, kleinschalig'
		);
	});

	it('tells what was undone, restored and corrected', () => {
		const corrected = { ...NOTHING, ...done, id: 7 };
		expect(dutch({ kind: 'undone', targetOn: null, corrected })).toContain(
			'ongedaan: ‘gereed op 1 maart 2021’'
		);
		expect(dutch({ ...done, corrected: { ...corrected, kind: 'undone' } })).toContain(
			'terug: ‘gereed op 1 maart 2021’'
		);
		expect(dutch({ ...done, effectiveOn: '2021-02-01', corrected })).toContain(
			'Er stond ‘gereed op 1 maart 2021’, dat is nu ‘gereed op 1 februari 2021’'
		);
	});

	it('names the location when a list has several', () => {
		const subject = { level: 'information_point', id: 3, name: 'Bibliotheek Borne' } as const;
		expect(dutch({ subject }, true)).toContain(
			'‘Vaardigheidstraining gevolgd’ van Bibliotheek Borne'
		);
		expect(
			dutch({ subject, kind: 'temporarily_closed', targetOn: null, milestoneCode: 'operation' })
		).toBe(
			'Adviseur van Rijnbrink meldde dat Bibliotheek Borne tijdelijk dicht is, vanaf 1 maart 2021. Het einde is onbekend.'
		);
	});

	it('tells the moment of recording in Dutch time', () => {
		expect(recordedText(entry(), 'nl')).toMatch(/1 maart 2021.*10:05/);
	});

	it.each([
		...(['plan_withdrawn', 'forecast', 'forecast_withdrawn', 'not_applicable', 'on_hold'] as const),
		...(['resumed', 'online_only', 'reopened', 'permanently_closed', 'confirmed'] as const)
	])('exists for %s', (kind) => {
		expect(dutch({ kind })).toMatch(/^Adviseur van Rijnbrink .+\.$/);
	});
});

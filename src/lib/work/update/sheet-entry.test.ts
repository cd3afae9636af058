import { expect, it } from 'vitest';
import { readEntry, writeEntry } from '#lib/work/offline/entry.ts';
import { openAsked } from './open-asked.ts';
import { entryOfForm } from './sheet-entry.ts';

it('a form of a sheet waits with everything that was filled in, its key and its day', () => {
	const form = new FormData();
	const fields = [
		['milestone', 'training'],
		['basedOn', '3'],
		['madeOn', '2022-01-31'],
		['targetOn', '2022-03-01'],
		['note', 'regel één\r\nregel twee'],
		['entryKey', '0b8f1a52-0c5e-4e43-8a63-3f1a1f8f3c11']
	] as const;
	for (const [name, value] of fields) form.append(name, value);
	const told = { about: 'b1-training', label: 'Training (Hengelo): Plannen' };
	const at = new Date('2022-01-31T08:00:00Z');
	const entry = entryOfForm(form, '/bibliotheken/hengelo/bijwerken?/plan', at, told);
	expect(entry).toMatchObject({
		key: '0b8f1a52-0c5e-4e43-8a63-3f1a1f8f3c11',
		about: 'b1-training',
		label: 'Training (Hengelo): Plannen 1 maart 2022',
		madeAt: '2022-01-31T08:00:00.000Z',
		fields
	});
	expect(readEntry(writeEntry(entry))).toEqual(entry);
});

it('what is no day is told as it was typed', () => {
	const form = new FormData();
	form.append('targetOn', ' volgend jaar ');
	const told = { about: 'b1-training', label: 'Plannen' };
	expect(entryOfForm(form, '/', new Date(0), told).label).toBe('Plannen volgend jaar');
});

const rows = [{ milestoneCode: 'training', acts: ['plan', 'achieve'] as const, basedOn: 7 }].map(
	(row) => ({ ...row, acts: [...row.acts] })
);
const asked = (search: string) => openAsked(rows, new URLSearchParams(search));

it('a kept sheet opens the form that its address asks for, based on what was newest', () => {
	expect(asked('mijlpaal=training&actie=plannen')).toEqual({
		...{ act: 'plan', plainAct: 'plan', milestone: 'training' },
		values: { milestone: 'training', basedOn: '7' }
	});
});

it.each([
	'',
	'mijlpaal=training',
	'mijlpaal=netwerk&actie=plannen',
	'mijlpaal=training&actie=heropenen',
	'mijlpaal=training&actie=corrigeren&gebeurtenis=7'
])('and no form that makes no sense there: %s', (search) => expect(asked(search)).toBeNull());

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { missingTypes, NAMED_TYPES } from './partner.ts';
import { partnerValues } from './partner-values.ts';
import { hasBsn, isOfficeMailbox } from './personal-data.ts';
import { readPartnerForm } from './read-partner-form.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('a number of a person', () => {
	// Made-up numbers that pass the test of eleven; nobody has a BSN below 10 million.
	it.each([
		'111222333',
		'111.222.333',
		'111 22 23 33',
		'1112-22-333',
		'nr. 123456782.',
		'10000008'
	])('is seen in "%s"', (text) => expect(hasBsn(text)).toBe(true));
	it.each(['123456789', '000000000', '1112223334', 'Markt 12', '0570 123 456', '2021-05-10'])(
		'is not seen in "%s"',
		(text) => expect(hasBsn(text)).toBe(false)
	);

	it('is what weighs a multiple of eleven', () => {
		fc.assert(
			fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (number) => {
				const digits = [...String(number)].map(Number);
				const sum = digits.reduce(
					(all, digit, at) => all + digit * [9, 8, 7, 6, 5, 4, 3, 2, -1][at]!,
					0
				);
				expect(hasBsn(`x${number}y`)).toBe(sum % 11 === 0);
			})
		);
	});
});

describe('a mailbox', () => {
	it.each([
		'info@humanitas.nl',
		'secretariaat.almelo@mee.nl',
		'humanitas-almelo@gmail.com',
		'wijkteam@almelo.nl',
		'mee@mee-oost.nl',
		'sociaal.raadslieden@stichting.nl'
	])('of an office is %s', (mailbox) => expect(isOfficeMailbox(mailbox, 'Humanitas')).toBe(true));

	it.each([
		'j.jansen@humanitas.nl',
		'jan@humanitas.nl',
		'jan.jansen@gmail.com',
		'jjansen@mee.nl',
		'informant.jansen@mee.nl',
		'gmail@gmail.com'
	])('of a person may be %s', (mailbox) =>
		expect(isOfficeMailbox(mailbox, 'Humanitas')).toBe(false)
	);
});

describe('the form of a partner', () => {
	const RIGHT = { name: 'Humanitas Almelo', type: 'humanitas', stage: 'in_overleg' };
	const read = (typed: Record<string, string> = {}) => {
		const values: Record<string, string> = { ...RIGHT, stageSince: '1-5-2021', ...typed };
		return readPartnerForm((name) => values[name] ?? '', '2021-05-10');
	};

	it('reads everything that was filled in', () => {
		const typed = {
			...{ mailbox: 'Info@humanitas.nl', referral: 'warm', seesLibraryAs: 'concurrent' },
			...{ agreementUrl: 'https://humanitas.nl/afspraak', flyerOn: '3 mei 2021' }
		};
		const said = {
			...{ ...RIGHT, ...typed, mailbox: 'info@humanitas.nl' },
			...{ stageSince: '2021-05-01', flyerOn: '2021-05-03' }
		};
		expect(read(typed).said).toEqual(said);
		// What is shown again is read as the same.
		const shown = partnerValues({ ...said, id: 1, entryId: 2 } as never, '2021-05-10', 'nl');
		expect(readPartnerForm((name) => shown[name] ?? '', '2021-05-10').said).toEqual(said);
	});

	it('knows what was recorded by mistake', () => {
		expect(read({ stage: 'vergissing' }).said?.stage).toBeNull();
	});

	it.each<[string, Record<string, string>]>([
		['name', { name: ' ' }],
		['name', { name: 'x'.repeat(201) }],
		['name', { name: 'Jan Jansen jan@humanitas.nl' }],
		['name', { name: 'Humanitas 111222333' }],
		['type', { type: 'kerk' }],
		['stage', { stage: 'klaar' }],
		['stageSince', { stageSince: '' }],
		['stageSince', { stageSince: 'gauw' }],
		['stageSince', { stageSince: '11-5-2021' }],
		['flyerOn', { flyerOn: '11-5-2021' }],
		['flyerOn', { flyerOn: '1-1-2017' }],
		['mailbox', { mailbox: 'humanitas' }],
		['mailbox', { mailbox: 'j.jansen@humanitas.nl' }],
		['mailbox', { mailbox: 'info.111222333@humanitas.nl' }],
		['agreementUrl', { agreementUrl: 'http://humanitas.nl' }],
		['agreementUrl', { agreementUrl: 'https://jan:geheim@humanitas.nl' }],
		['agreementUrl', { agreementUrl: 'https://humanitas.nl/?van=j.jansen%40humanitas.nl' }],
		['agreementUrl', { agreementUrl: 'https://humanitas.nl/111222333' }]
	])('refuses at %s: %j', (field, typed) => {
		expect(Object.keys(read(typed).errors ?? {})).toEqual([field]);
	});
});

describe('missing kinds', () => {
	it('are those without a partner that still goes on', () => {
		expect(missingTypes([])).toEqual(NAMED_TYPES);
		const missing = missingTypes([
			{ type: 'mee', stage: 'geidentificeerd' },
			{ type: 'humanitas', stage: 'gestopt' },
			{ type: 'anders', stage: 'in_overleg' }
		]);
		expect(missing).not.toContain('mee');
		expect(missing).toContain('humanitas');
		expect(missing).not.toContain('anders');
	});
});

import type { Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';

/** What was said about the money, by whom one can look it up and when. */
export interface Statement {
	/** Null: the source has no date. */
	saidOn: Day | null;
	text: () => string;
	source: string;
}

const NETWORK = 'https://www.bibliotheeknetwerk.nl/';

/** What is to go on after the programme, and what it costs, in the order of time; undated ones first. */
export const STATEMENTS: readonly Statement[] = [
	{ saidOn: null, text: m.cost_said_model, source: 'KB, “Programma Digitale inclusie”' },
	{
		saidOn: null,
		text: m.cost_said_small,
		source:
			'https://www.ecorys.com/nl/netherlands/our-work/totale-kosten-digitaal-contact-bibliotheken-met-burgers'
	},
	{
		saidOn: '2021-10-29',
		text: m.cost_said_2022,
		source: 'https://zoek.officielebekendmakingen.nl/stcrt-2021-44828.html'
	},
	{
		saidOn: '2021-11-29',
		text: m.cost_said_extra,
		source:
			'https://www.kb.nl/nieuws/2021/fors-meer-geld-voor-bibliotheekhulp-bij-digitale-overheidszaken'
	},
	{
		saidOn: '2023-01-01',
		text: m.cost_said_spuk,
		source: 'https://www.officielebekendmakingen.nl/stcrt-2022-33992.html'
	}
];

/** Where the three variants are described. */
export const VARIANT_SOURCE = `${NETWORK}basisvaardigheden-volwassenen/digitale-inclusie-ido-en-belastingdienst/consulenten`;

/** The statements that had been made by a day. */
export const statementsBy = (day: Day): Statement[] =>
	STATEMENTS.filter(({ saidOn }) => saidOn === null || saidOn <= day);

import { m } from '#lib/paraglide/messages.js';

/** One definition of the definitions page; `id` is its anchor: `/definities#gemeentedekking`. */
export interface Definition {
	id: string;
	term: () => string;
	text: () => string;
}

/** Every definition of the product, in reading order. The words are in messages/explain. */
export const DEFINITIONS = [
	{ id: 'gerealiseerd', term: m.explain_term_gerealiseerd, text: m.explain_text_gerealiseerd },
	{ id: 'toegankelijk', term: m.explain_term_toegankelijk, text: m.explain_text_toegankelijk },
	{ id: 'alleen-online', term: m.explain_term_alleen_online, text: m.explain_text_alleen_online },
	{
		id: 'organisatiedekking',
		term: m.explain_term_organisatiedekking,
		text: m.explain_text_organisatiedekking
	},
	{ id: 'locaties', term: m.explain_term_locaties, text: m.explain_text_locaties },
	{
		id: 'gemeentedekking',
		term: m.explain_term_gemeentedekking,
		text: m.explain_text_gemeentedekking
	},
	{
		id: 'inwonerdekking',
		term: m.explain_term_inwonerdekking,
		text: m.explain_text_inwonerdekking
	},
	{ id: 'werkgebied', term: m.explain_term_werkgebied, text: m.explain_text_werkgebied },
	{ id: 'afstand', term: m.explain_term_afstand, text: m.explain_text_afstand },
	{ id: 'gepland', term: m.explain_term_gepland, text: m.explain_text_gepland },
	{ id: 'doel', term: m.explain_term_doel, text: m.explain_text_doel },
	{ id: 'over-tijd', term: m.explain_term_over_tijd, text: m.explain_text_over_tijd },
	{ id: 'achter', term: m.explain_term_achter, text: m.explain_text_achter },
	{ id: 'risico', term: m.explain_term_risico, text: m.explain_text_risico },
	{ id: 'witte-vlekken', term: m.explain_term_witte_vlekken, text: m.explain_text_witte_vlekken },
	{
		id: 'volgende-opening',
		term: m.explain_term_volgende_opening,
		text: m.explain_text_volgende_opening
	},
	{ id: 'mijlpalen', term: m.explain_term_mijlpalen, text: m.explain_text_mijlpalen },
	{ id: 'verschuiving', term: m.explain_term_verschuiving, text: m.explain_text_verschuiving },
	{ id: 'doorlooptijd', term: m.explain_term_doorlooptijd, text: m.explain_text_doorlooptijd },
	{ id: 'meldtijd', term: m.explain_term_meldtijd, text: m.explain_text_meldtijd },
	{
		id: 'laatst-bekeken',
		term: m.explain_term_laatst_bekeken,
		text: m.explain_text_laatst_bekeken
	},
	{ id: 'netwerk', term: m.explain_term_netwerk, text: m.explain_text_netwerk },
	{ id: 'kopgroep', term: m.explain_term_kopgroep, text: m.explain_text_kopgroep },
	{ id: 'spreiding', term: m.explain_term_spreiding, text: m.explain_text_spreiding },
	{ id: 'cursussen', term: m.explain_term_cursussen, text: m.explain_text_cursussen },
	{ id: 'toerusting', term: m.explain_term_toerusting, text: m.explain_text_toerusting },
	{ id: 'exploitatie', term: m.explain_term_exploitatie, text: m.explain_text_exploitatie },
	{ id: 'subsidie', term: m.explain_term_subsidie, text: m.explain_text_subsidie },
	{ id: 'navraag', term: m.explain_term_navraag, text: m.explain_text_navraag },
	{ id: 'meldingen', term: m.explain_term_meldingen, text: m.explain_text_meldingen },
	{ id: 'vragen', term: m.explain_term_vragen, text: m.explain_text_vragen },
	{ id: 'twee-datums', term: m.explain_term_twee_datums, text: m.explain_text_twee_datums },
	{ id: 'prognose', term: m.explain_term_prognose, text: m.explain_text_prognose },
	{ id: 'kaart', term: m.explain_term_kaart, text: m.explain_text_kaart },
	{
		id: 'voorbeeldgegevens',
		term: m.explain_term_voorbeeldgegevens,
		text: m.explain_text_voorbeeldgegevens
	}
] as const satisfies readonly Definition[];

export type DefinitionId = (typeof DEFINITIONS)[number]['id'];

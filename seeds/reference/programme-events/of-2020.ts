import { event, ON_THE_GO, NETWORK, GENERAL, type ReferenceEvent } from './event.ts';

/** The first year of the rollout. */
export const OF_2020: ReferenceEvent[] = [
	event(
		'fusie-west-brabant',
		'2020-01-01',
		'programme',
		[
			'VANnU en Het Markiezaat gaan op in Bibliotheek West-Brabant',
			'VANnU and Het Markiezaat merge into Bibliotheek West-Brabant'
		],
		'http://oud.bibliotheekblad.nl/nieuws/nieuwsarchief/bericht/1000010159'
	),
	event(
		'werksessies-gelderland-overijssel',
		['2020-01-20', '2020-01-21'],
		'programme',
		[
			'Werksessies voor kartrekkers in Gelderland en Overijssel; 24 bibliotheken daar openen in 2020',
			'Work sessions in Gelderland and Overijssel; 24 libraries there are to open in 2020'
		],
		'https://geldersebibliotheken.nl/nieuwsoverzicht/542-werksessies-digitale-inclusie-gelderse-en-overijsselse-bibliotheken'
	),
	event(
		'lockdown-1',
		['2020-03-16', '2020-05-17'],
		'lockdown',
		['Bibliotheken dicht in de eerste lockdown', 'Libraries closed in the first lockdown'],
		'the first libraries open again on 18 May 2020: https://beverwijk.nieuws.nl/lokaal/bibliotheek-beverwijk-en-heemskerk-vanaf-maandag-18-mei-weer-open ; first day from general knowledge',
		'recalled'
	),
	event(
		'registratietool-aangekondigd',
		'2020-05-08',
		'programme',
		[
			'Registratietool aangekondigd voor eind 2020; tot dan telt men in Excel',
			'Registration tool announced for the end of 2020; until then Excel is used'
		],
		`${ON_THE_GO}registratietool-digitale-inclusie-in-ontwikkeling.html`
	),
	event(
		'webinar-start',
		'2020-06-29',
		'programme',
		[
			'Webinar voor beginnende informatiepunten, in plaats van een bijeenkomst',
			'Webinar for starting information points, in place of a meeting'
		],
		`${NETWORK}nieuws/leertraject-ido-tijdens-coronacrisis`
	),
	event(
		'lockdown-2',
		['2020-12-15', '2021-05-19'],
		'lockdown',
		['Bibliotheken dicht in de tweede lockdown', 'Libraries closed in the second lockdown'],
		GENERAL,
		'recalled'
	)
];

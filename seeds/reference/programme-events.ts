import type { Day } from '#lib/base/day/day.ts';

type Kind = 'programme' | 'opening' | 'lockdown' | 'campaign' | 'subsidy' | 'municipal_change';

interface ProgrammeEvent {
	code: string;
	startsOn: Day;
	endsOn: Day | null;
	kind: Kind;
	titleNl: string;
	titleEn: string;
	source: string;
	confidence: 'sourced' | 'recalled' | 'inferred';
}

const ON_THE_GO = 'https://www.bibliotheekenbasisvaardigheden.nl/actueel/';
const NETWORK = 'https://www.bibliotheeknetwerk.nl/';
const CALL = `${ON_THE_GO}bibliotheken-en-manifestgroep-partijen-ondersteunen-niet-digivaa.html`;
const SCHEME = `${ON_THE_GO}nieuwe-subsidieregeling-digitale-inclusie-.html`;
const CONSULTANTS = `${NETWORK}basisvaardigheden-volwassenen/digitale-inclusie/consulenten`;
const GENERAL = 'general knowledge, to be confirmed';

function event(
	code: string,
	when: Day | [Day, Day],
	kind: Kind,
	[titleNl, titleEn]: [string, string],
	source: string,
	confidence: ProgrammeEvent['confidence'] = 'sourced'
): ProgrammeEvent {
	const [startsOn, endsOn] = typeof when === 'string' ? [when, null] : when;
	return { code, startsOn, endsOn, kind, titleNl, titleEn, source, confidence };
}

/** Dated events of the programme, in order. Where sources disagree both are kept. */
export const PROGRAMME_EVENTS: ProgrammeEvent[] = [
	event(
		'kamerbrief-2018',
		'2018-12-12',
		'programme',
		[
			'Kamerbrief: vijftien proeven in bibliotheken',
			'Letter to parliament: fifteen library pilots'
		],
		'http://www.debibliotheken.nl/nc/de-vob/uitgaves/nieuws/bericht/kamerbrief-over-digitale-inclusie/'
	),
	event(
		'oproep-kopgroep',
		'2019-01-29',
		'subsidy',
		['Oproep aan bibliotheken voor de kopgroep', 'Call to libraries to join the kopgroep'],
		CALL
	),
	event(
		'sluiting-kopgroep',
		'2019-03-01',
		'subsidy',
		['Laatste dag om aan te melden voor de kopgroep', 'Last day to apply for the kopgroep'],
		CALL
	),
	event(
		'kopgroep-bekend',
		'2019-04-15',
		'programme',
		['Kopgroep bekend: 15 van 27 bibliotheken', 'Kopgroep announced: 15 of 27 libraries'],
		'https://www.kb.nl/ob/nieuws/2019/digitale-inclusie-kopgroepbibliotheken-bekend'
	),
	event(
		'start-kopgroep',
		'2019-07-01',
		'opening',
		[
			'Eerste informatiepunt open in Venlo; vijftien bibliotheken beginnen',
			'First information point opens in Venlo; fifteen libraries begin'
		],
		'https://www.rijksoverheid.nl/actueel/nieuws/2019/07/01/staatssecretaris-knops-opent-eerste-informatiepunt-digitale-overheid'
	),
	event(
		'regeling-gepubliceerd',
		'2019-07-24',
		'subsidy',
		['Subsidieregeling 2019–2021 gepubliceerd', 'Subsidy scheme 2019–2021 published'],
		SCHEME
	),
	event(
		'landelijke-bijeenkomst',
		'2019-09-17',
		'programme',
		[
			'Landelijke bijeenkomst voor directeuren en POI’s',
			'National meeting of directors and support institutes'
		],
		'https://www.biscutrecht.nl/uncategorized/subsidieregeling-digitale-inclusiedenk-aan-de-deadline/'
	),
	event(
		'sluiting-aanvragen',
		'2019-10-11',
		'subsidy',
		['Laatste dag om subsidie aan te vragen', 'Last day to apply for the subsidy'],
		SCHEME
	),
	event(
		'koning-in-venlo',
		'2019-11-26',
		'programme',
		['De koning bezoekt Bibliotheek Venlo', 'The king visits Bibliotheek Venlo'],
		'https://www.bibliotheekvenlo.nl/nieuws/nieuwsoverzicht/-koninklijk-bezoek-voor-de-bibliotheek-venlo.html'
	),
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
		'lockdown-1',
		['2020-03-16', '2020-05-17'],
		'lockdown',
		['Bibliotheken dicht in de eerste lockdown', 'Libraries closed in the first lockdown'],
		'the first libraries open again on 18 May 2020: https://beverwijk.nieuws.nl/lokaal/bibliotheek-beverwijk-en-heemskerk-vanaf-maandag-18-mei-weer-open ; first day from general knowledge',
		'recalled'
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
	),
	event(
		'lockdown-2-jaarboek',
		['2021-01-01', '2021-04-28'],
		'lockdown',
		[
			'Bibliotheken dicht tot eind april (volgens het jaarboek van KB)',
			'Libraries closed until the end of April (according to KB’s yearbook)'
		],
		`${NETWORK}publicaties/basisvaardigheden-voor-volwassenen-2021/samenvatting`
	),
	event(
		'herindeling-2021',
		'2021-01-01',
		'municipal_change',
		[
			'Eemsdelta ontstaat; Haaren verdeeld over vier gemeenten',
			'Eemsdelta is formed; Haaren is divided over four municipalities'
		],
		'https://nieuws.nl/algemeen/20201230/nederland-heeft-3-gemeenten-minder-in-2021/'
	),
	event(
		'buren-weer-bediend',
		'2021-01-01',
		'programme',
		[
			'Buren krijgt weer een openbare bibliotheek (Rivierenland)',
			'Buren has a public library again (Rivierenland)'
		],
		`${NETWORK}nieuws/netwerkagenda-interview-met-lidy-vos-directeur-de-bibliotheek-rivierenland-niko-wiendels`
	),
	event(
		'campagne-uitgesteld',
		'2021-01-14',
		'campaign',
		[
			'KB: minder informatiepunten open dan gepland; campagne schuift op',
			'KB: fewer information points open than planned; campaign postponed'
		],
		`${NETWORK}nieuws/landelijke-ido-campagne`
	),
	event(
		'start-campagne',
		'2021-06-09',
		'campaign',
		['Landelijke campagne begint', 'National campaign starts'],
		CONSULTANTS
	),
	event(
		'registratietool',
		'2021-06-23',
		'programme',
		['Outputregistratietool in gebruik', 'Registration tool in use'],
		`${NETWORK}nieuws/registratietool-ido-dienstverlening-beschikbaar`
	),
	event(
		'tweehonderdste',
		'2021-06-24',
		'opening',
		[
			'Tweehonderdste informatiepunt open in Oegstgeest',
			'200th information point opens in Oegstgeest'
		],
		`${NETWORK}nieuws/200ste-ido-in-bibliotheek-geopend`
	),
	event(
		'kick-off-drenthe',
		['2021-09-01', '2021-09-30'],
		'programme',
		['Provinciale aftrap in Drenthe (Coevorden)', 'Provincial kick-off in Drenthe (Coevorden)'],
		'https://coevordernieuws.nl/nieuws/we-maken-een-succes-van-het-informatiepunt-digitale-overheid/',
		'inferred'
	),
	event(
		'uiterste-startdatum',
		'2021-09-30',
		'subsidy',
		['Uiterste startdatum volgens de aanvraag', 'Latest start according to the application'],
		SCHEME
	),
	event(
		'wijziging-regeling',
		'2021-10-29',
		'subsidy',
		[
			'Regeling gewijzigd: € 0,83 per inwoner in 2022',
			'Scheme amended: € 0.83 per inhabitant in 2022'
		],
		'https://zoek.officielebekendmakingen.nl/stcrt-2021-44828.html'
	),
	event(
		'acht-in-groningen',
		'2021-11-01',
		'opening',
		[
			'Acht informatiepunten open op één dag in de provincie Groningen',
			'Eight information points open on one day in the province of Groningen'
		],
		'https://www.ommelander.info/nieuws/algemeen/35635/ido-winsumer-bieb-in-gebruik'
	),
	event(
		'extra-geld',
		'2021-11-29',
		'subsidy',
		[
			'BZK: ruim 18 miljoen euro extra; ongeveer 400 informatiepunten',
			'BZK: over 18 million euro extra; about 400 information points'
		],
		'https://www.kb.nl/nieuws/2021/fors-meer-geld-voor-bibliotheekhulp-bij-digitale-overheidszaken'
	),
	event(
		'aanvraag-2022',
		'2021-12-15',
		'subsidy',
		[
			'Laatste dag om het formulier voor 2022 terug te sturen',
			'Last day to return the form for 2022'
		],
		'https://www.debibliotheken.nl/nieuws/hogere-subsidie-voor-digitale-inclusie/'
	),
	event(
		'best-bij-eindhoven',
		'2022-01-01',
		'programme',
		[
			'Bibliotheek Best gaat op in Bibliotheek Eindhoven',
			'Bibliotheek Best joins Bibliotheek Eindhoven'
		],
		'https://bibliotheekblad.nl/bibliotheek-best-wordt-onderdeel-van-de-bibliotheek-eindhoven/'
	),
	event(
		'herindeling-2022',
		'2022-01-01',
		'municipal_change',
		[
			'Dijk en Waard, Land van Cuijk en Maashorst ontstaan; Beemster naar Purmerend',
			'Dijk en Waard, Land van Cuijk and Maashorst are formed; Beemster joins Purmerend'
		],
		'https://www.nd.nl/nieuws/nederland/1076597/nederland-krimpt-vanaf-januari-tot-345-gemeenten'
	),
	event(
		'weesp-naar-amsterdam',
		'2022-03-24',
		'municipal_change',
		['Weesp naar Amsterdam', 'Weesp joins Amsterdam'],
		'https://www.blikopnieuws.nl/nieuws/291735/nederland-telt-op-1-januari-2022-weer-7-gemeenten-minder-345.html'
	)
];

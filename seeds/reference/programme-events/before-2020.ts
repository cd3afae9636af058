import { because, event, CALL, SCHEME, ON_STEAM, type ReferenceEvent } from './event.ts';

/** From the letter to parliament to the first points. */
export const BEFORE_2020: ReferenceEvent[] = [
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
		'plan-goedgekeurd',
		['2018-12-01', '2018-12-31'],
		'decision',
		[
			'Het OBDO keurt het plan van KB en de publieke dienstverleners goed',
			'The OBDO approves the plan of KB and the public service providers'
		],
		CALL
	),
	event(
		'plan-bevestigd',
		['2019-01-01', '2019-01-31'],
		'decision',
		['De staatssecretaris bevestigt het plan', 'The state secretary confirms the plan'],
		CALL
	),
	event(
		'directeuren-gemaild',
		'2019-01-22',
		'programme',
		[
			'Directeuren van bibliotheken krijgen een e-mail over het programma',
			'Library directors get an e-mail about the programme'
		],
		CALL
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
	because(
		event(
			'kopgroep-bekend',
			'2019-04-15',
			'decision',
			['Kopgroep bekend: 15 van 27 bibliotheken', 'Kopgroep announced: 15 of 27 libraries'],
			'https://www.kb.nl/ob/nieuws/2019/digitale-inclusie-kopgroepbibliotheken-bekend'
		),
		[
			'Gekozen op spreiding over het land, de aard van het werkgebied en inhoud, zoals samenwerking met partners; één grote stad hoort erbij.',
			'Chosen by spread over the country, nature of the work area and content, such as work with partners; one big city is among them.'
		]
	),
	event(
		'training-kopgroep',
		['2019-05-01', '2019-05-31'],
		'programme',
		[
			'Twee trainingsdagen voor medewerkers van de kopgroep, daarna e-learning',
			'Two training days for staff of the kopgroep, then e-learning'
		],
		ON_STEAM
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
		'regeling-vastgesteld',
		'2019-07-16',
		'decision',
		[
			'Het bestuur van KB stelt de subsidieregeling 2019–2021 vast',
			'The board of KB adopts the subsidy scheme 2019–2021'
		],
		SCHEME
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
	)
];

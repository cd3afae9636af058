import type { Day } from '#lib/base/day/day.ts';
import type {
	EventConfidence,
	EventKind,
	EventSaid
} from '#lib/programme/programme-event/programme-event.ts';

interface ReferenceEvent extends EventSaid {
	code: string;
	confidence: EventConfidence;
}

const ON_THE_GO = 'https://www.bibliotheekenbasisvaardigheden.nl/actueel/';
const NETWORK = 'https://www.bibliotheeknetwerk.nl/';
const CALL = `${ON_THE_GO}bibliotheken-en-manifestgroep-partijen-ondersteunen-niet-digivaa.html`;
const SCHEME = `${ON_THE_GO}nieuwe-subsidieregeling-digitale-inclusie-.html`;
const CONSULTANTS = `${NETWORK}basisvaardigheden-volwassenen/digitale-inclusie/consulenten`;
const FAQ = 'https://www.bibliotheekenbasisvaardigheden.nl/aanpak2/digitale-inclusie---faq-s2.html';
const ON_STEAM = `${ON_THE_GO}programma-digitale-inclusie-op-stoom.html`;
const MANAGEMENT = `${NETWORK}basisvaardigheden-volwassenen/digitale-inclusie/management`;
const GENERAL = 'general knowledge, to be confirmed';

function event(
	code: string,
	when: Day | [Day, Day],
	kind: EventKind,
	[titleNl, titleEn]: [string, string],
	source: string,
	confidence: EventConfidence = 'sourced'
): ReferenceEvent {
	const [startsOn, endsOn] = typeof when === 'string' ? [when, null] : when;
	const noReason = { reasonNl: null, reasonEn: null };
	return { code, startsOn, endsOn, kind, titleNl, titleEn, ...noReason, source, confidence };
}

/** An event whose source says why. */
const because = (one: ReferenceEvent, [reasonNl, reasonEn]: [string, string]): ReferenceEvent => ({
	...one,
	reasonNl,
	reasonEn
});

/**
 * The phases as the programme is told here; the sources name what happened in each, not always the
 * day on which one ended.
 */
const PHASES: ReferenceEvent[] = [
	event(
		'fase-aanloop',
		['2018-12-12', '2019-06-30'],
		'phase',
		['Aanloop', 'Preparation'],
		CALL,
		'inferred'
	),
	event('fase-kopgroep', ['2019-07-01', '2019-12-31'], 'phase', ['Kopgroep', 'Kopgroep'], FAQ),
	event(
		'fase-uitrol-2020',
		['2020-01-01', '2020-12-31'],
		'phase',
		['Uitrol 2020', 'Rollout 2020'],
		SCHEME,
		'inferred'
	),
	event(
		'fase-uitrol-2021',
		['2021-01-01', '2021-12-31'],
		'phase',
		['Uitrol 2021', 'Rollout 2021'],
		SCHEME,
		'inferred'
	),
	event(
		'fase-borging',
		['2022-01-01', '2022-12-31'],
		'phase',
		['Borging', 'Consolidation'],
		'https://zoek.officielebekendmakingen.nl/stcrt-2021-44828.html',
		'inferred'
	)
];

/** Dated events of the programme, in order. Where sources disagree both are kept. */
export const PROGRAMME_EVENTS: ReferenceEvent[] = [
	...PHASES,
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
	because(
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
		[
			'Er zijn minder informatiepunten open dan gepland en er is nog geen landelijke dekking.',
			'Fewer information points are open than planned and there is no national coverage yet.'
		]
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
		'wijziging-vastgesteld',
		'2021-10-21',
		'decision',
		[
			'KB besluit de subsidieregeling te verlengen met 2022',
			'KB decides to extend the subsidy scheme with 2022'
		],
		'https://zoek.officielebekendmakingen.nl/stcrt-2021-44828.html'
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
	),
	event(
		'gemeenten-aan-zet',
		'2023-01-01',
		'decision',
		[
			'Gemeenten nemen de regie over; het geld komt voortaan als specifieke uitkering',
			'Municipalities take charge; the money now comes as a specific grant to them'
		],
		'https://www.officielebekendmakingen.nl/stcrt-2022-33992.html'
	),
	event(
		'dashboard-kb',
		'2023-04-20',
		'programme',
		[
			'KB zet een dashboard over geregistreerde vragen online',
			'KB puts a dashboard on registered questions online'
		],
		`${NETWORK}dashboard/ido`
	),
	event(
		'einde-besteding',
		'2023-05-01',
		'subsidy',
		['Laatste dag om de subsidie te besteden', 'Last day to spend the subsidy'],
		MANAGEMENT
	),
	event(
		'uiterste-vaststelling',
		'2023-09-01',
		'subsidy',
		[
			'Laatste dag om vaststelling van de subsidie te vragen',
			'Last day to ask for settlement of the subsidy'
		],
		MANAGEMENT
	)
];

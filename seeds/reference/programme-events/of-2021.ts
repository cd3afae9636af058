import { because, event, NETWORK, SCHEME, CONSULTANTS, type ReferenceEvent } from './event.ts';

/** The second year of the rollout. */
export const OF_2021: ReferenceEvent[] = [
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
	)
];

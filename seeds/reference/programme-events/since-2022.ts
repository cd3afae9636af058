import { event, NETWORK, MANAGEMENT, type ReferenceEvent } from './event.ts';

/** After the rollout. */
export const SINCE_2022: ReferenceEvent[] = [
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

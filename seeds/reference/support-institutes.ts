/**
 * The nine provincial support institutes (POI) of 2019–2021. ZB is a library too. In Flevoland two
 * libraries share the task since 2018; they count as one institute.
 */
export const SUPPORT_INSTITUTES = [
	{
		slug: 'biblionet-groningen',
		name: 'Biblionet Groningen',
		fullName: 'Biblionet Groningen',
		source: 'general knowledge',
		confidence: 'recalled'
	},
	{
		slug: 'fers',
		name: 'Fers',
		fullName: 'Bibliotheekservice Fryslân (Fers)',
		source: 'general knowledge',
		confidence: 'recalled'
	},
	{
		slug: 'biblionet-drenthe',
		name: 'Biblionet Drenthe',
		fullName: 'Biblionet Drenthe',
		source: 'https://poi.biblionetdrenthe.nl/over-ons/organisatie',
		confidence: 'sourced'
	},
	{
		slug: 'rijnbrink',
		name: 'Rijnbrink',
		fullName: 'Rijnbrink (Overijssel en Gelderland)',
		source: 'https://www.overijssel.nl/onderwerpen/cultuur/bibliotheken/',
		confidence: 'sourced'
	},
	{
		slug: 'flevoland',
		name: 'POI Flevoland',
		fullName: 'POI Flevoland (FlevoMeer Bibliotheek en de nieuwe bibliotheek Almere samen)',
		source: 'https://www.sfb-net.nl/',
		confidence: 'sourced'
	},
	{
		slug: 'bisc',
		name: 'BiSC',
		fullName: 'BiSC (Bibliotheekservicecentrum Utrecht)',
		source: 'https://www.biscutrecht.nl/over_bisc-cat/provinciaal-en-landelijk/',
		confidence: 'sourced'
	},
	{
		slug: 'probiblio',
		name: 'Probiblio',
		fullName: 'Probiblio (Noord-Holland en Zuid-Holland)',
		source:
			'https://www.rd.nl/vandaag/binnenland/provinciale-hulp-voor-bieb-in-nieuwe-stijl-1.1552688',
		confidence: 'sourced'
	},
	{
		slug: 'zb',
		name: 'ZB',
		fullName: 'ZB Planbureau en Bibliotheek van Zeeland',
		source: 'https://www.dezb.nl/over-ons/poi.html',
		confidence: 'sourced'
	},
	{
		slug: 'cubiss',
		name: 'Cubiss',
		fullName: 'Cubiss (Noord-Brabant en Limburg)',
		source: 'general knowledge',
		confidence: 'recalled'
	}
];

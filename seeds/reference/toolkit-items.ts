import type { Insertable } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The page of the programme, of which no public address is known. */
const PROGRAMME_PAGE = 'KB, “Programma Digitale inclusie”';
const CONSULTANTS =
	'https://www.bibliotheeknetwerk.nl/basisvaardigheden-volwassenen/digitale-inclusie/consulenten';
const LOCAL_CAMPAIGN = 'https://5dok.net/document/yngngrx0-lokale-mediastrategie-en-campagne.html';

/** What the toolkit of the programme has, as far as a source names it. */
export const TOOLKIT_ITEMS: Insertable<DB['toolkitItem']>[] = [
	{
		...{ code: 'flyer-partners', position: 1, audience: 'partner' },
		...{ nameNl: 'Flyer voor partners (folder A4)', nameEn: 'Flyer for partners (A4 leaflet)' },
		whereNl:
			'Toolkits Marketing > Informatiepunt Digitale Overheid > Materialen voor partners > Folder A4',
		whereEn:
			'Toolkits Marketing > Informatiepunt Digitale Overheid > Materialen voor partners > Folder A4',
		...{ source: PROGRAMME_PAGE, confidence: 'sourced' }
	},
	{
		...{ code: 'promotiemateriaal', position: 2, audience: 'publiek' },
		nameNl: 'Promotiemateriaal voor een herkenbare plek',
		nameEn: 'Promotional material for a place that people recognise',
		...{ source: CONSULTANTS, confidence: 'sourced' }
	},
	{
		...{ code: 'posters', position: 3, audience: 'publiek', nameNl: 'Posters', nameEn: 'Posters' },
		...{ source: 'general knowledge, to be confirmed', confidence: 'recalled' }
	},
	{
		...{ code: 'video', position: 4, audience: 'publiek' },
		...{ nameNl: 'Video’s van de campagne', nameEn: 'Videos of the campaign' },
		...{ source: LOCAL_CAMPAIGN, confidence: 'sourced' }
	}
];

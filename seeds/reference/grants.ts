import type { Insertable } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';

const VNG = 'https://vng.nl/nieuws/aanpak-digitale-inclusie-door-bibliotheken-en-manifestgroep';
const ON_THE_GO = 'https://www.bibliotheekenbasisvaardigheden.nl/actueel/';
const CALL = `${ON_THE_GO}bibliotheken-en-manifestgroep-partijen-ondersteunen-niet-digivaa.html`;
const SCHEME = `${ON_THE_GO}nieuwe-subsidieregeling-digitale-inclusie-.html`;
const AMENDMENT = 'https://zoek.officielebekendmakingen.nl/stcrt-2021-44828.html';
const YEAR_2022 = 'https://www.debibliotheken.nl/nieuws/hogere-subsidie-voor-digitale-inclusie/';
const TAX_SCHEME = 'https://zoek.officielebekendmakingen.nl/stcrt-2018-73578.html';
const TAX_2022 = 'https://www.bibliotheeknetwerk.nl/publicaties/belastingdienst-2022/financien';
const CHOSEN = 'https://www.kb.nl/ob/nieuws/2019/digitale-inclusie-kopgroepbibliotheken-bekend';

const euros = (amount: number) => amount * 100;

/** The schemes that pay libraries, in the order of a page. */
export const GRANT_SCHEMES: Insertable<DB['grantScheme']>[] = [
	{
		...{ code: 'digitale-inclusie', position: 1, kind: 'per_inhabitant' },
		...{ nameNl: 'Digitale inclusie', nameEn: 'Digital inclusion (Digitale inclusie)' },
		purposeNl: 'Meer cursussen, en een Informatiepunt Digitale Overheid in de bibliotheek.',
		purposeEn: 'More courses, and an Informatiepunt Digitale Overheid in the library.',
		...{ source: `${SCHEME} ; ${AMENDMENT}`, confidence: 'sourced' }
	},
	{
		...{ code: 'belastingdienst', position: 2, kind: 'per_inhabitant' },
		nameNl: 'Samenwerking Belastingdienst',
		nameEn: 'Work with the Belastingdienst (tax administration)',
		purposeNl: 'Ruimte voor spreekuren van hulporganisaties over belasting en toeslagen.',
		purposeEn: 'Room for consultation hours of social organisations on tax and allowances.',
		...{ ceilingCents: euros(1_360_000), ceilingFirstYear: 2019, ceilingLastYear: 2022 },
		...{ source: TAX_SCHEME, confidence: 'sourced' }
	},
	{
		...{ code: 'kopgroep', position: 3, kind: 'per_project' },
		...{ nameNl: 'Kopgroep', nameEn: 'Kopgroep (the first fifteen)' },
		purposeNl: 'Een project van elk van de vijftien bibliotheken die als eerste beginnen.',
		purposeEn: 'A project of each of the fifteen libraries that are the first to start.',
		...{ source: VNG, confidence: 'sourced' }
	}
];

type Rate = Insertable<DB['grantRate']>;

const perInhabitant = (
	[schemeCode, year, centsPerInhabitant]: [string, number, number],
	holdsFrom: string | null,
	source: string
): Rate => ({ schemeCode, year, centsPerInhabitant, holdsFrom, source, confidence: 'sourced' });

/** What each scheme pays in a year. No source says on which day the inhabitants are counted. */
export const GRANT_RATES: Rate[] = [
	perInhabitant(['digitale-inclusie', 2019, 3], '2019-07-24', `${VNG} ; ${SCHEME}`),
	perInhabitant(['digitale-inclusie', 2020, 5], '2019-07-24', SCHEME),
	perInhabitant(['digitale-inclusie', 2021, 8], '2019-07-24', `${VNG} ; ${SCHEME}`),
	perInhabitant(['digitale-inclusie', 2022, 83], '2021-10-29', AMENDMENT),
	perInhabitant(['belastingdienst', 2019, 2], null, `${VNG} ; ${TAX_SCHEME}`),
	perInhabitant(['belastingdienst', 2020, 2], null, `${VNG} ; ${TAX_SCHEME}`),
	perInhabitant(['belastingdienst', 2021, 2], null, `${VNG} ; ${TAX_SCHEME}`),
	perInhabitant(['belastingdienst', 2022, 2], null, `${TAX_SCHEME} ; ${TAX_2022}`),
	{
		...{ schemeCode: 'kopgroep', year: 2019, fixedCents: euros(25_000), cohort: 'kopgroep_2019' },
		...{ holdsFrom: '2019-04-15', source: `${VNG} ; ${CHOSEN}`, confidence: 'sourced' }
	}
];

/** When libraries could apply. Of the scheme of the Belastingdienst no source says when. */
export const GRANT_WINDOWS: Insertable<DB['grantWindow']>[] = [
	{
		...{ code: 'kopgroep', schemeCode: 'kopgroep', firstYear: 2019, lastYear: 2019 },
		...{ announcedOn: '2019-01-29', opensOn: '2019-01-29', closesOn: '2019-03-01' },
		howNl: 'Vraag de voorwaarden en het formulier per e-mail aan bij het Subsidieloket van de KB.',
		howEn: 'Ask the Subsidieloket of KB for the conditions and the form by e-mail.',
		...{ source: CALL, confidence: 'sourced' }
	},
	{
		...{ code: 'digitale-inclusie-2019-2021', schemeCode: 'digitale-inclusie' },
		...{ firstYear: 2019, lastYear: 2021, announcedOn: '2019-07-24' },
		...{ opensOn: '2019-07-24', closesOn: '2019-10-11' },
		howNl:
			'Eén aanvraag voor alle drie jaren, ook als het informatiepunt pas in 2020 of 2021 begint. Een POI mag één aanvraag doen voor meer bibliotheken.',
		howEn:
			'One application for all three years, also when the information point begins in 2020 or 2021. A support institute may send one application for several libraries.',
		...{ source: SCHEME, confidence: 'sourced' }
	},
	{
		...{ code: 'digitale-inclusie-2022', schemeCode: 'digitale-inclusie' },
		...{ firstYear: 2022, lastYear: 2022, announcedOn: '2021-10-29', closesOn: '2021-12-15' },
		howNl: 'De bibliotheek krijgt een ingevuld formulier, tekent het en stuurt het terug.',
		howEn: 'The library gets a form that is filled in, signs it and sends it back.',
		...{ source: YEAR_2022, confidence: 'sourced' }
	}
];

/** Amounts that were announced. They overlap, so nobody may add them up. */
export const FUNDING_SOURCES: Insertable<DB['fundingSource']>[] = [
	{
		...{ code: 'bzk-2019', position: 1, amountCents: euros(1_900_000) },
		nameNl: 'Ministerie van Binnenlandse Zaken (BZK)',
		nameEn: 'Ministry of the Interior (BZK)',
		purposeNl: 'Steun voor de aanpak, als uitwerking van de agenda NL DIGIbeter.',
		purposeEn: 'Support for the approach, as part of the agenda NL DIGIbeter.',
		...{ source: VNG, confidence: 'sourced' }
	},
	{
		...{ code: 'belastingdienst', position: 2, amountCents: euros(1_500_000) },
		...{ nameNl: 'Belastingdienst', nameEn: 'Belastingdienst (tax administration)' },
		...{ periodNl: 'tot 2022', periodEn: 'until 2022' },
		purposeNl: 'Samenwerking met bibliotheken.',
		purposeEn: 'Work with libraries.',
		...{ receiverNl: 'bibliotheekorganisaties', receiverEn: 'library organisations' },
		...{ source: VNG, confidence: 'sourced' }
	},
	{
		...{ code: 'bzk-extra', position: 3, amountCents: euros(18_000_000), isAtLeast: true },
		nameNl: 'Ministerie van Binnenlandse Zaken (BZK), extra',
		nameEn: 'Ministry of the Interior (BZK), extra',
		announcedOn: '2021-11-29',
		purposeNl: 'Meer hulp in bibliotheken bij zaken met de digitale overheid.',
		purposeEn: 'More help in libraries with online matters of the government.',
		source:
			'https://www.kb.nl/nieuws/2021/fors-meer-geld-voor-bibliotheekhulp-bij-digitale-overheidszaken ; https://bibliotheekblad.nl/18-miljoen-euro-extra-voor-de-informatiepunten-digitale-overheid-in-bibliotheken/',
		confidence: 'sourced'
	}
];

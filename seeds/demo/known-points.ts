import type { Day } from '#lib/base/day/day.ts';
import type { DatePrecision } from '#lib/ledger/event/event.ts';
import type { Reference } from '../reference/reference.ts';

/** A point whose opening is published, or has to stand on a certain day for a published count. */
export interface KnownPoint {
	library: string;
	town: string;
	/** As the municipalities were in 2019 and 2020. */
	municipality: string;
	openedOn: Day;
	precision: DatePrecision;
	/** The day of publication when that was within 60 days; null: an invented delay. */
	publishedOn: Day | null;
	/** True when no source names this place. */
	invented: boolean;
	source: string | null;
	confidence: 'sourced' | 'inferred' | 'invented';
}

const START: Day = '2019-07-01';
const START_SOURCE =
	'https://www.rijksoverheid.nl/actueel/nieuws/2019/07/01/staatssecretaris-knops-opent-eerste-informatiepunt-digitale-overheid';

type KopgroepStart = [library: string, town: string, municipality?: string];

/** The first point of each kopgroep library; only three of the fifteen places are named. */
const KOPGROEP: KopgroepStart[] = [
	['bibliotheek-rivierenland', 'Culemborg'],
	['biblionet-groningen', 'Stadskanaal'],
	['de-bieb-voor-de-zaanstreek', 'Zaandam', 'Zaanstad'],
	['bibliotheek-kennemerwaard', 'Alkmaar'],
	['bibliotheken-midden-fryslan', 'Leeuwarden'],
	['bibliotheek-midden-brabant', 'Kaatsheuvel', 'Loon op Zand'],
	['bibliotheek-hengelo', 'Hengelo'],
	['bibliotheek-aanzet', 'Dordrecht'],
	['bibliotheek-katwijk', 'Katwijk'],
	['bibliotheek-rotterdam', 'Rotterdam'],
	['bibliotheek-venlo', 'Venlo'],
	['bibliotheek-dalfsen-nieuwleusen', 'Dalfsen'],
	['bibliotheek-gooi-en-meer', 'Bussum', 'Gooise Meren'],
	['zb-planbureau-en-bibliotheek-van-zeeland', 'Middelburg'],
	['nieuwe-veste-breda', 'Breda']
];
const NAMED_IN_KOPGROEP = ['Kaatsheuvel', 'Venlo', 'Dalfsen'];

type Published = [
	library: string,
	town: string,
	municipality: string,
	openedOn: Day,
	publishedOn: Day | null,
	/** The beginning of the location in openings.csv when it is not the town. */
	location?: string
];

/** Openings of openings.csv; where a row is vague the day is invented within what it says. */
const PUBLISHED: Published[] = [
	['bibliotheek-rivierenland', 'Tiel', 'Tiel', '2019-11-27', '2019-11-29'],
	['bibliotheek-rivierenland', 'Beneden-Leeuwen', 'West Maas en Waal', '2019-11-27', '2019-11-29'],
	['nobb-noord-oost-brabantse-bibliotheken', 'Oss', 'Oss', '2020-03-04', '2020-03-04'],
	['nobb-noord-oost-brabantse-bibliotheken', 'Uden', 'Uden', '2020-03-04', '2020-03-04'],
	['nobb-noord-oost-brabantse-bibliotheken', 'Veghel', 'Meierijstad', '2020-03-04', '2020-03-04'],
	['bibliotheek-drachten', 'Drachten', 'Smallingerland', '2020-12-10', '2020-12-10'],
	['bibliotheken-mar-en-fean', 'Sneek', 'Súdwest-Fryslân', '2021-05-27', null],
	['bibliotheken-mar-en-fean', 'Bolsward', 'Súdwest-Fryslân', '2021-06-08', null],
	['bibliotheken-mar-en-fean', 'Koudum', 'Súdwest-Fryslân', '2021-09-14', null],
	['bibliotheken-mar-en-fean', 'Makkum', 'Súdwest-Fryslân', '2021-09-21', null],
	['bibliotheken-mar-en-fean', 'Wommels', 'Súdwest-Fryslân', '2021-10-12', null],
	['bibliotheken-mar-en-fean', 'Workum', 'Súdwest-Fryslân', '2021-10-19', null],
	['flevomeer-bibliotheek', 'Lelystad', 'Lelystad', '2021-06-03', null, '(not named)'],
	['bibliotheek-noord-veluwe', 'Epe', 'Epe', '2021-06-09', '2021-06-09', 'Noord-Veluwe branches'],
	['bibliotheek-midden-brabant', 'Loon op Zand', 'Loon op Zand', '2021-06-09', '2021-06-09'],
	['bibliotheek-bollenstreek', 'Oegstgeest', 'Oegstgeest', '2021-06-24', '2021-06-24'],
	['bibliotheek-veldhoven', 'Veldhoven', 'Veldhoven', '2021-07-01', '2021-07-07'],
	['biblionet-drenthe', 'Coevorden', 'Coevorden', '2021-07-06', null],
	['graafschap-bibliotheken', 'Lochem', 'Lochem', '2021-09-02', '2021-09-14'],
	['graafschap-bibliotheken', 'Warnsveld', 'Zutphen', '2021-09-09', '2021-09-14'],
	['westfriese-bibliotheken', 'Hoorn', 'Hoorn', '2021-09-16', '2021-09-16', 'Centrale'],
	['biblionet-groningen', 'Appingedam', 'Appingedam', '2021-11-01', '2021-11-03'],
	['biblionet-groningen', 'Winsum', 'Het Hogeland', '2021-11-01', '2021-11-03'],
	['kopgroep-bibliotheken', 'Den Helder', 'Den Helder', '2021-06-10', null],
	['kopgroep-bibliotheken', 'Anna Paulowna', 'Hollands Kroon', '2021-09-07', null],
	['kopgroep-bibliotheken', 'Wieringerwerf', 'Hollands Kroon', '2021-10-12', null]
];

/** Places that no source names, where a published count needs an opening on or around a day. */
const NEEDED: [library: string, town: string, municipality: string, openedOn: Day][] = [
	// Six more of the eight in the province of Groningen on 1 November 2021.
	['biblionet-groningen', 'Delfzijl', 'Delfzijl', '2021-11-01'],
	['biblionet-groningen', 'Hoogezand', 'Midden-Groningen', '2021-11-01'],
	['biblionet-groningen', 'Winschoten', 'Oldambt', '2021-11-01'],
	['biblionet-groningen', 'Leek', 'Westerkwartier', '2021-11-01'],
	['biblionet-groningen', 'Oude Pekela', 'Pekela', '2021-11-01'],
	['biblionet-groningen', 'Ter Apel', 'Westerwolde', '2021-11-01'],
	// Nine in West-Friesland before Hoorn.
	['westfriese-bibliotheken', 'Enkhuizen', 'Enkhuizen', '2021-01-19'],
	['westfriese-bibliotheken', 'Medemblik', 'Medemblik', '2021-03-09'],
	['westfriese-bibliotheken', 'Bovenkarspel', 'Stede Broec', '2021-05-25'],
	['westfriese-bibliotheken', 'Opmeer', 'Opmeer', '2021-06-09'],
	['westfriese-bibliotheken', 'De Goorn', 'Koggenland', '2021-06-10'],
	['westfriese-bibliotheken', 'Hoogkarspel', 'Drechterland', '2021-06-15'],
	['westfriese-bibliotheken', 'Wognum', 'Medemblik', '2021-07-06'],
	['westfriese-bibliotheken', 'Andijk', 'Medemblik', '2021-08-31'],
	['westfriese-bibliotheken', 'Obdam', 'Koggenland', '2021-09-07'],
	// Hardenberg had one in November 2021.
	['bibliotheek-hardenberg', 'Hardenberg', 'Hardenberg', '2021-09-20'],
	// Lochem and Warnsveld were not the first of a library in Gelderland that was open by mid-2021.
	['graafschap-bibliotheken', 'Zutphen', 'Zutphen', '2021-06-16']
];

/** All points that the published facts pin down. Throws when openings.csv lacks one of them. */
export function knownPoints(reference: Pick<Reference, 'openings' | 'libraries'>): KnownPoint[] {
	return [
		...KOPGROEP.map(([library, town, municipality = town]): KnownPoint => ({
			library,
			town,
			municipality,
			openedOn: START,
			precision: 'day',
			publishedOn: START,
			invented: !NAMED_IN_KOPGROEP.includes(town),
			source: START_SOURCE,
			confidence: 'sourced'
		})),
		...PUBLISHED.map((row) => fromPublished(row, reference)),
		...NEEDED.map(([library, town, municipality, openedOn]): KnownPoint => ({
			library,
			town,
			municipality,
			openedOn,
			precision: 'day',
			publishedOn: null,
			invented: true,
			source: null,
			confidence: 'invented'
		}))
	];
}

function fromPublished(
	[library, town, municipality, openedOn, publishedOn, location = town]: Published,
	reference: Pick<Reference, 'openings' | 'libraries'>
): KnownPoint {
	const name = reference.libraries.find(({ slug }) => slug === library)?.name;
	const row = reference.openings.find(
		(opening) => opening.organisation === name && opening.location.startsWith(location)
	);
	if (!row) throw new Error(`openings.csv has no opening of ${library} in ${town}`);
	// Coevorden: the month of the source is that of the provincial kick-off, not of the opening.
	const isBeforeKickOff = row.precision === 'month' && !openedOn.startsWith(row.opened_on);
	return {
		library,
		town,
		municipality,
		openedOn,
		precision: isBeforeKickOff ? 'year' : row.precision,
		publishedOn,
		invented: location === '(not named)',
		source: row.source,
		confidence: isBeforeKickOff ? 'inferred' : 'sourced'
	};
}

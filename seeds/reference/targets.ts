const OPENING_NEWS =
	'https://www.rijksoverheid.nl/actueel/nieuws/2019/07/01/staatssecretaris-knops-opent-eerste-informatiepunt-digitale-overheid';
const DIGIBETER_2020 =
	'https://bibliotheekblad.nl/nl-digibeter-2020-in-2021-landelijk-dekkend-netwerk-informatiepunten-digitale-overheid/ ; letter to parliament of 29 June 2020: https://www.tweedekamer.nl/kamerstukken/brieven_regering/detail?did=2020D26942&id=2020Z12595';
const TWO_HUNDREDTH =
	'https://bibliotheekblad.nl/tweehonderdste-informatiepunt-digitale-overheid-geopend-in-bibliotheek-oegstgeest/';

/**
 * Policy targets, each valid from its announcement, so that their history shows. `value` is null
 * where the target was "national" without a test for it.
 */
export const TARGETS = [
	{
		metric: 'national_coverage',
		value: null,
		unit: 'network',
		dueOn: '2021-07-01',
		announcedOn: '2019-07-01',
		statementNl: 'Binnen twee jaar een landelijk dekkend netwerk',
		statementEn: 'A network that covers the country within two years',
		source: OPENING_NEWS,
		confidence: 'sourced'
	},
	{
		metric: 'ido_locations',
		value: 60,
		unit: 'IDO locations',
		dueOn: '2020-12-31',
		announcedOn: '2020-06-29',
		statementNl: 'Zestig informatiepunten in 2020',
		statementEn: 'Sixty information points in 2020',
		source: DIGIBETER_2020,
		confidence: 'sourced'
	},
	{
		metric: 'national_coverage',
		value: null,
		unit: 'network',
		dueOn: '2021-12-31',
		announcedOn: '2020-06-29',
		statementNl: 'Landelijke dekking in 2021',
		statementEn: 'National coverage in 2021',
		source: DIGIBETER_2020,
		confidence: 'sourced'
	},
	{
		metric: 'ido_locations',
		value: 400,
		unit: 'IDO locations',
		dueOn: '2022-12-31',
		announcedOn: '2021-06-24',
		statementNl: 'Ongeveer 400 informatiepunten eind 2022',
		statementEn: 'About 400 information points by the end of 2022',
		source: TWO_HUNDREDTH,
		confidence: 'sourced'
	},
	{
		metric: 'national_coverage',
		value: null,
		unit: 'network',
		dueOn: '2022-12-31',
		announcedOn: '2021-06-24',
		statementNl: 'Landelijke dekking eind 2022',
		statementEn: 'National coverage by the end of 2022',
		source: TWO_HUNDREDTH,
		confidence: 'sourced'
	}
];

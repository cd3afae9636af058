import { FILTERS, STATUS_SLUGS } from './filters.ts';
import { namesOf, type Parameter } from './parameter.ts';

/** Both dates. */
export const DATE_PARAMETERS: readonly Parameter[] = [
	{ name: 'peildatum', takes: 'day', about: 'De situatie op deze dag; zonder: vandaag.' },
	{
		name: 'bekendOp',
		takes: 'day',
		about: 'Zoals bekend aan het eind van deze dag; zonder: alles.'
	}
];

/** Selects places for lists, marks and files; it narrows no figure. */
export const STATUS_PARAMETER: Parameter = {
	name: FILTERS.statuses.parameter,
	takes: Object.values(STATUS_SLUGS),
	many: true,
	about:
		'Telt wat deze statussen heeft, in "geselecteerd". De kerncijfers gaan altijd over alle statussen. Mag meer keren voorkomen.'
};

/** Parameters of a view (`parseView`). */
export const VIEW_PARAMETERS: readonly string[] = [
	...namesOf(DATE_PARAMETERS),
	...Object.values(FILTERS).map(({ parameter }) => parameter),
	'weergave',
	'sorteer',
	'richting',
	'pagina',
	'maat',
	'lagen'
];

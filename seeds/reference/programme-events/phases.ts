import { event, CALL, SCHEME, FAQ, type ReferenceEvent } from './event.ts';

/**
 * The phases as the programme is told here; the sources name what happened in each, not always the
 * day on which one ended.
 */
export const PHASES: ReferenceEvent[] = [
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

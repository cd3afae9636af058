import { DUTIES, MILESTONES } from '#lib/ledger/milestone/milestone.ts';
import type { SubjectLevel } from '#lib/ledger/subject/subject.ts';
import type { GridParams } from './types.ts';

export interface GridColumn {
	code: string;
	level: SubjectLevel;
}

/** The columns of a table: the milestones in their order, then the duties. */
export function gridColumns(show: GridParams['show']): GridColumn[] {
	return [...MILESTONES, ...DUTIES]
		.filter(({ level }) => show === 'all' || (level === 'library') === (show === 'libraries'))
		.map(({ code, level }) => ({ code, level }));
}

import type { Kysely } from 'kysely';
import type { InstituteScope } from '#lib/access/account/permission.ts';
import {
	chosenRows,
	dutyFigure,
	dutyRows,
	DUTY_WORDS
} from '#lib/figures/subsidy/accountability.ts';
import { readTableFile, type TableFileName } from '#lib/base/charts/table-files.ts';
import { invertChoices, readChoice } from '#lib/base/selection/choices.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { duesKnown, dutiesOn } from '#lib/programme/grant/accountability.ts';
import { knownDay, ofEveryStatus, statusDay } from '#lib/server/base/selection/where.ts';
import { readQuestion } from '#lib/server/figures/page/question.ts';
import { ownFigureFile } from '#lib/server/figures/page/own-figure-file.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listGrantDues } from '#lib/server/programme/grant/dues.ts';
import { listGrantSchemes } from '#lib/server/programme/grant/queries.ts';
import { listDutyLibraries, listRecorded } from './queries.ts';

const CHOICES = invertChoices(DUTY_WORDS);

/**
 * What libraries hand in about their subsidy on (D, K), within the filters of an address and the POIs of
 * who asks. `choice` is the part of it that the address asks for.
 */
export async function readAccountability(
	db: Kysely<DB>,
	params: URLSearchParams,
	scope: InstituteScope
) {
	const { view, where, notices, supportInstitutes, today, demoData } = await readQuestion(
		db,
		params
	);
	const every = ofEveryStatus(where);
	const [day, known] = [statusDay(every), knownDay(every)];
	const [entries, dues, libraries, schemes] = await Promise.all([
		listRecorded(db, every),
		listGrantDues(db),
		listDutyLibraries(db, every, scope),
		listGrantSchemes(db)
	]);
	const rows = dutyRows(dutiesOn(entries, dues, day, known), libraries);
	const told = [...notices];
	const choice = readChoice(params, 'toon', CHOICES, told);
	return {
		...{ view, notices: told, supportInstitutes, today, demoData, day, schemes, rows, choice },
		chosen: chosenRows(rows, choice),
		dues: duesKnown(dues, known)
	};
}

/** The list as a file; null when there is none of that name. */
export async function accountabilityFile(
	db: Kysely<DB>,
	url: URL,
	fileName: TableFileName,
	scope: InstituteScope
): Promise<Response | null> {
	const file = readTableFile(fileName);
	if (file?.name !== 'stukken') return null;
	const read = await readAccountability(db, url.searchParams, scope);
	const { title, table, definitions } = dutyFigure(read.chosen, read);
	const context = viewContext(read, read.supportInstitutes);
	const name = `ido-subsidie-verantwoording-${read.view.asOf.validOn}`;
	return ownFigureFile({ title, table, definitions, context, url }, { kind: file.kind, name });
}

import { requireLogReader } from '#lib/server/access/account/permission.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readLogChoices } from '#lib/server/work/logbook/choices.ts';
import { readLog, sourcesFor } from '#lib/server/work/logbook/read-log.ts';
import { logFieldLabel } from '#lib/work/logbook/filter-texts.ts';
import { kindLabel } from '#lib/work/logbook/kind-label.ts';
import { LOG_KINDS, logReader } from '#lib/work/logbook/line.ts';
import { logParams, placeText, readLogQuery } from '#lib/work/logbook/query.ts';
import { showLine } from '#lib/work/logbook/shown-line.ts';
import type { PageServerLoad } from './$types';

const PER_PAGE = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
	const user = requireLogReader(locals);
	logVisit(locals, { action: 'read_log', object: 'log' });
	const db = getDb();
	const reader = logReader(user);
	const { query, ignored, typed } = readLogQuery(url.searchParams);
	const [{ rows, next }, choices, today] = await Promise.all([
		readLog(db, query, reader, PER_PAGE),
		readLogChoices(db, reader),
		readToday(db)
	]);
	const kinds = new Set(sourcesFor(reader).map(({ kind }) => kind));
	const params = logParams({ ...query, before: null }).toString();
	return {
		...{ role: reader.role, choices, typed, today, params },
		kinds: LOG_KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({
			...{ value: kind, label: kindLabel(kind) }
		})),
		query: { ...query, before: query.before && placeText(query.before) },
		ignored: ignored.map(logFieldLabel),
		lines: rows.map((row) => showLine(row, reader)),
		next: next && placeText(next)
	};
};

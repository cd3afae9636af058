import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { OPERATION, RECORD } from '#lib/ledger/milestone/milestone.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { warningsOf, type WarnedSituation, type Warning } from '#lib/work/update/warnings.ts';
import { lineKey } from '#lib/work/update/line-key.ts';
import { milestonesNow } from './milestones-now.ts';

interface StandingRow {
	libraryId: number;
	pointId: number | null;
	milestoneCode: string;
	planOn: Day | null;
	planMadeOn: Day | null;
	planEvent: number | null;
	forecastOn: Day | null;
	status: string;
	statusEvent: number | null;
	/** Null for what is no step of the template. */
	dependsOn: string[] | null;
}

/**
 * What deserves a second look at these libraries and their locations, by the `lineKey` of each milestone:
 * for many what a work sheet says of one, in one question.
 */
export async function listWarnings(
	db: Kysely<DB>,
	libraryIds: readonly number[],
	today: Day
): Promise<Map<string, Warning[]>> {
	const found = new Map<string, Warning[]>();
	if (libraryIds.length === 0) return found;
	const { rows } = await sql<StandingRow>`
		with ${milestonesNow(sql`id = any (${[...new Set(libraryIds)]}::int[])`, today)}
		select milestone_now.library_id, milestone_now.point_id, milestone_now.milestone_code, plan_on,
			plan_made_on, plan_event, forecast_on, status, status_event, step.depends_on
		from milestone_now
		join library on library.id = milestone_now.library_id
		left join information_point point on point.id = milestone_now.point_id
		left join milestone_template_step step on step.milestone_code = milestone_now.milestone_code
			and step.template_id = coalesce(point.template_id, library.template_id)
		where milestone_now.milestone_code <> ${RECORD}`.execute(db);
	for (const own of Map.groupBy(rows, ({ libraryId }) => libraryId).values()) {
		for (const [key, warnings] of warningsIn(own, today)) found.set(key, warnings);
	}
	return found;
}

/** Those of one library and its locations. */
function warningsIn(rows: readonly StandingRow[], today: Day): [string, Warning[]][] {
	const bySubject = Map.groupBy(rows, ({ pointId }) => pointId);
	const above = bySubject.get(null) ?? [];
	// A step of a library waits for its first location only, so what one location reached holds it up no more.
	const reached = new Set(
		rows.flatMap(({ pointId, milestoneCode, status }) =>
			pointId !== null && ['achieved', 'not_applicable'].includes(status) ? [milestoneCode] : []
		)
	);
	return [...bySubject].flatMap(([pointId, own]) => {
		if (own.some(isClosedForGood)) return [];
		const others = new Map(
			[...above, ...own].map((row) => [row.milestoneCode, situationIn(row)] as const)
		);
		return own.flatMap((row): [string, Warning[]][] => {
			const dependsOn = (row.dependsOn ?? []).filter(
				(code) => pointId !== null || !reached.has(code)
			);
			for (const code of dependsOn) if (!others.has(code)) others.set(code, nothingSaid(code));
			const warnings = warningsOf(situationIn(row), dependsOn, others, today);
			return warnings.length > 0 ? [[keyOf(row), warnings]] : [];
		});
	});
}

const isClosedForGood = ({ milestoneCode, status }: StandingRow): boolean =>
	milestoneCode === OPERATION && status === 'permanently_closed';

const nothingSaid = (milestoneCode: string): WarnedSituation => ({
	...{ milestoneCode, plan: null, forecast: null, status: null }
});

function situationIn(row: StandingRow): WarnedSituation {
	const { milestoneCode, planOn, planMadeOn, planEvent, forecastOn, status, statusEvent } = row;
	return {
		milestoneCode,
		plan:
			planOn === null || planMadeOn === null || planEvent === null
				? null
				: { id: planEvent, targetOn: planOn, effectiveOn: planMadeOn },
		forecast: forecastOn === null ? null : { targetOn: forecastOn },
		status: status === 'open' || statusEvent === null ? null : { id: statusEvent, kind: status }
	};
}

const keyOf = ({ libraryId, pointId, milestoneCode }: StandingRow): string =>
	pointId === null
		? lineKey({ level: 'library', id: libraryId, milestoneCode })
		: lineKey({ level: 'information_point', id: pointId, milestoneCode });

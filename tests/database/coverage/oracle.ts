import { sql, type Kysely } from 'kysely';
import { isWhiteSpot, rolloutStatus, type RolloutStatus } from '#lib/base/status/rollout-status.ts';
import { earliestDay, holdsOn, type Day } from '#lib/base/day/day.ts';
import type { Lane } from '#lib/ledger/event/event.ts';
import { stateAt } from '#lib/ledger/event/state-at.ts';
import { milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import { ledgerEventColumns } from '#lib/server/ledger/event/append.ts';
import type { SubjectEvent } from '#lib/server/ledger/event/project.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { historyKey, pointOf, libraryOf, type Subject } from '#lib/ledger/subject/subject.ts';

/** Everything that the figures are made of, read whole. */
export type Facts = Awaited<ReturnType<typeof readFacts>>;

export async function readFacts(db: Kysely<DB>) {
	const { rows } = await sql<SubjectEvent>`select ${ledgerEventColumns} from event`.execute(db);
	return {
		histories: Map.groupBy(rows, historyKey),
		points: await db.selectFrom('informationPoint').selectAll().execute(),
		periods: await db.selectFrom('informationPointPeriod').selectAll().execute(),
		libraries: await db.selectFrom('library').selectAll().execute(),
		areas: await db.selectFrom('libraryMunicipality').selectAll().execute(),
		municipalities: await db.selectFrom('municipality').selectAll().execute(),
		populations: await db.selectFrom('population').selectAll().execute()
	};
}

export interface OraclePoint {
	id: number;
	libraryId: number;
	municipalityCode: string;
	outsideLibrary: boolean;
	status: RolloutStatus | 'closed';
	realised: boolean;
	accessible: boolean;
	temporarilyClosed: boolean;
	onlineOnly: boolean;
	awaitedOn: Day | null;
	/** Planned once, never opened, and without a plan now. */
	withdrawn: boolean;
	firstPlanOn: Day | null;
	openedOn: Day | null;
	progress: { done: number; applicable: number };
}

/**
 * The figures by definition, as plainly and slowly as they can be computed. Facts are never of a day
 * after today.
 */
export function standingOn(facts: Facts, validOn: Day, knownOn: Day, today: Day) {
	const day = validOn < today ? validOn : today;
	const find = (subject: Subject, milestoneCode: string, lane: Lane) =>
		stateAt(facts.histories.get(historyKey({ subject, milestoneCode })) ?? [], lane, day, knownOn);
	const progressOf = (subject: Subject) => {
		const kinds = milestonesOf(subject.level).map((code) => find(subject, code, 'status')?.kind);
		return {
			done: kinds.filter((kind) => kind === 'achieved').length,
			applicable: kinds.filter((kind) => kind !== 'not_applicable').length
		};
	};
	const periodOf = new Map(
		facts.periods
			.filter((period) => holdsOn(period, day))
			.map((period) => [period.informationPointId, period])
	);

	const points = facts.points.flatMap((point): OraclePoint[] => {
		const subject = pointOf(point.id);
		const period = periodOf.get(point.id);
		const lanes: Lane[] = ['first_plan', 'plan', 'forecast', 'status'];
		const exists = ['opening', 'operation'].some((code) =>
			lanes.some((lane) => find(subject, code, lane))
		);
		if (!period || !exists) return [];
		const opening = find(subject, 'opening', 'status');
		const operation = find(subject, 'operation', 'status')?.kind;
		const opened = opening?.kind === 'achieved';
		const realised = opened && operation !== 'permanently_closed';
		const accessible =
			realised && operation !== 'temporarily_closed' && operation !== 'online_only';
		const temporarilyClosed = realised && operation === 'temporarily_closed';
		const onlineOnly = !opened && operation === 'online_only';
		const plan = find(subject, 'opening', 'plan')?.targetOn ?? null;
		const waits =
			!opened && operation !== 'permanently_closed' && opening?.kind !== 'not_applicable';
		const awaitedOn = waits ? plan : null;
		const firstPlanOn = find(subject, 'opening', 'first_plan')?.targetOn ?? null;
		const withdrawn = !opened && firstPlanOn !== null && awaitedOn === null;
		const status = rolloutStatus(
			{
				realised: realised ? 1 : 0,
				accessible: accessible ? 1 : 0,
				temporarilyClosed: temporarilyClosed ? 1 : 0,
				onlineOnly: onlineOnly ? 1 : 0,
				earliestPlanOn: awaitedOn,
				withdrawn: withdrawn ? 1 : 0,
				libraryProvision: 'served'
			},
			validOn,
			day
		);
		return [
			{
				id: point.id,
				libraryId: period.libraryId,
				municipalityCode: period.municipalityCode,
				outsideLibrary: point.locationType === 'buiten_bibliotheek',
				status: operation === 'permanently_closed' ? 'closed' : status,
				...{ realised, accessible, temporarilyClosed, onlineOnly, awaitedOn, withdrawn },
				firstPlanOn,
				openedOn: opened ? opening.effectiveOn : null,
				progress: progressOf(subject)
			}
		];
	});

	const active = facts.libraries.filter((l) => l.activeFrom <= day && day < l.activeTo);
	const activeIds = new Set(active.map(({ id }) => id));
	const areas = facts.areas.filter((area) => holdsOn(area, day) && activeIds.has(area.libraryId));
	const libraries = active.map((library) => {
		const own = points.filter((point) => point.libraryId === library.id);
		const parts = [progressOf(libraryOf(library.id)), ...own.map((point) => point.progress)];
		return {
			id: library.id,
			facts: factsOf(own, 'served'),
			locations: locationsOf(own),
			status: rolloutStatus(factsOf(own, 'served'), validOn, day),
			firstPlanOn: earliestDay(own.map((point) => point.firstPlanOn)),
			done: parts.reduce((sum, { done }) => sum + done, 0),
			applicable: parts.reduce((sum, { applicable }) => sum + applicable, 0)
		};
	});
	const byId = new Map(libraries.map((library) => [library.id, library]));
	const municipalities = facts.municipalities
		.filter((municipality) => holdsOn(municipality, day))
		.map((municipality) => {
			const inside = points.filter((point) => point.municipalityCode === municipality.code);
			const serving = areas.filter((area) => area.municipalityCode === municipality.code);
			const provision =
				serving.length > 0
					? 'served'
					: municipality.libraryProvision === 'none'
						? 'none'
						: 'unknown';
			const weight = serving.reduce((sum, area) => sum + area.share, 0);
			const weighed = serving.reduce((sum, area) => {
				const { done, applicable } = byId.get(area.libraryId)!;
				return sum + (area.share * done) / applicable;
			}, 0);
			return {
				code: municipality.code,
				facts: factsOf(inside, provision),
				locations: locationsOf(inside),
				status: rolloutStatus(factsOf(inside, provision), validOn, day),
				inhabitants: inhabitantsOf(facts, municipality.code, day),
				milestonesShare: serving.length > 0 ? weighed / weight : null
			};
		});
	return { points, libraries, municipalities };
}

function factsOf(points: readonly OraclePoint[], libraryProvision: 'served' | 'none' | 'unknown') {
	return {
		realised: points.filter((point) => point.realised).length,
		accessible: points.filter((point) => point.accessible).length,
		temporarilyClosed: points.filter((point) => point.temporarilyClosed).length,
		onlineOnly: points.filter((point) => point.onlineOnly).length,
		earliestPlanOn: earliestDay(points.map((point) => point.awaitedOn)),
		withdrawn: points.filter((point) => point.withdrawn).length,
		libraryProvision
	};
}

/** KB's locations of a place: what stands outside a library is apart. */
function locationsOf(points: readonly OraclePoint[]) {
	const within = points.filter((point) => !point.outsideLibrary);
	return {
		open: within.filter((point) => point.realised).length,
		accessible: within.filter((point) => point.accessible).length,
		temporarilyClosed: within.filter((point) => point.temporarilyClosed).length,
		outsideLibrary: points.filter((point) => point.realised && point.outsideLibrary).length
	};
}

function inhabitantsOf(facts: Facts, code: string, day: Day): number | null {
	const distance = (reference: Day) => Math.abs(Date.parse(reference) - Date.parse(day));
	const rows = facts.populations.filter(
		(row) => row.municipalityCode === code && row.territoryFrom <= day
	);
	rows.sort(
		(a, b) =>
			b.territoryFrom.localeCompare(a.territoryFrom) ||
			distance(a.referenceDate) - distance(b.referenceDate)
	);
	return rows[0]?.inhabitants ?? null;
}

/** The headline figures of what `standingOn` gives. */
export function headlineOf(standing: ReturnType<typeof standingOn>, validOn: Day) {
	const { points, libraries, municipalities } = standing;
	const within = points.filter((point) => !point.outsideLibrary);
	const covered = municipalities.filter(({ status }) => !isWhiteSpot(status));
	const people = (some: typeof municipalities) =>
		some.reduce((sum, { inhabitants }) => sum + (inhabitants ?? 0), 0);
	const plannedBy = ({ firstPlanOn }: { firstPlanOn: Day | null }) =>
		firstPlanOn !== null && firstPlanOn <= validOn;
	return {
		organisations: {
			total: libraries.length,
			open: libraries.filter(({ facts }) => facts.realised > 0).length,
			planned: libraries.filter(plannedBy).length
		},
		locations: {
			...locationsOf(points),
			onlineOnly: within.filter((point) => point.onlineOnly).length,
			planned: within.filter(plannedBy).length
		},
		municipalities: { total: municipalities.length, covered: covered.length },
		inhabitants: { total: people(municipalities), covered: people(covered) }
	};
}

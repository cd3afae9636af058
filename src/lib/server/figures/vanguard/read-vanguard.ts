import { factDayOf } from '#lib/base/as-of/as-of.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { isWhiteSpot } from '#lib/base/status/rollout-status.ts';
import { stageOn, sumGroup, type ChoiceDays } from '#lib/figures/vanguard/compare.ts';
import { measureSpread } from '#lib/figures/vanguard/spread.ts';
import type { ComparedLibrary, Slips, Vanguard } from '#lib/figures/vanguard/types.ts';
import { progressOfLibrary } from '#lib/ledger/milestone-states/progress.ts';
import { standingOf } from '#lib/ledger/point-states/place-standings.ts';
import type { MunicipalityStanding } from '#lib/network/standing/types.ts';
import { asKind, type ProgrammeEvent } from '#lib/programme/programme-event/programme-event.ts';
import {
	APPLIED_METRIC,
	CALL_EVENT,
	CHOSEN_METRIC,
	CLOSING_EVENT,
	DECISION_EVENT,
	START_EVENT
} from '#lib/programme/selection-round/kopgroep.ts';
import { knownDay, type Where } from '#lib/server/base/selection/where.ts';
import { listProgrammeEvents } from '#lib/server/base/source/programme-events.ts';
import { saySource } from '#lib/server/base/source/say-fact.ts';
import type { Question } from '#lib/server/figures/page/question.ts';
import { readProgress } from '#lib/server/ledger/milestone-states/read-progress.ts';
import { readPlaceStandings } from '#lib/server/ledger/point-states/select-states.ts';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import { listPublicRounds } from '#lib/server/programme/selection-round/queries.ts';
import { findPublishedNumber, listComparedLibraries, readSlips } from './queries.ts';

const NO_SLIPS: Slips = { openings: 0, medianDays: null, inTime: 0 };

/** The choice of the kopgroep, and what became of it; of the whole country, whatever the filters. */
export async function readVanguard({ db, view, today, demoData }: Question): Promise<Vanguard> {
	const where: Where = { asOf: view.asOf, today, filters: NO_FILTERS };
	const day = factDayOf(view.asOf, today);
	const known = knownDay(where);
	const publishedBy = known < day ? known : day;
	const [all, slips, applied, chosen, listed, rounds] = await Promise.all([
		compareLibraries(db, where),
		readSlips(db, where),
		findPublishedNumber(db, APPLIED_METRIC, publishedBy),
		findPublishedNumber(db, CHOSEN_METRIC, publishedBy),
		listProgrammeEvents(db, view.asOf.knownOn),
		listPublicRounds(db, day, view.asOf.knownOn)
	]);
	const events = listed.map((event) => ({
		...event,
		kind: asKind(event.kind),
		source: saySource(event.source)
	}));
	const days = choiceDays(events);
	const stage = stageOn(days, day);
	const isChosen = stage === 'chosen' || stage === 'started';
	const members = isChosen ? all.filter(({ isVanguard }) => isVanguard) : [];
	const rest = isChosen ? all.filter(({ isVanguard }) => !isVanguard) : all;
	return {
		...{ view: { ...view, filters: NO_FILTERS }, today, demoData, stage, members },
		applied: isChosen ? applied : null,
		chosen: isChosen ? chosen : null,
		events: events.filter((event) => isBetween(event, days)),
		groups: {
			vanguard: sumGroup(members, (isChosen && slips.get(true)) || NO_SLIPS),
			rest: sumGroup(rest, slips.get(false) ?? NO_SLIPS)
		},
		spread: measureSpread(members, all),
		rounds: rounds.map((round) => ({ ...round, source: saySource(round.source) })),
		provinces: countProvinces(all, isChosen)
	};
}

function choiceDays(events: readonly ProgrammeEvent[]): ChoiceDays {
	const dayOf = (code: string) => events.find((event) => event.code === code)?.startsOn ?? null;
	return {
		call: dayOf(CALL_EVENT),
		closing: dayOf(CLOSING_EVENT),
		decision: dayOf(DECISION_EVENT),
		start: dayOf(START_EVENT)
	};
}

/** From the call to the opening; a phase is no event of the choice. */
function isBetween({ kind, startsOn }: ProgrammeEvent, { call, start }: ChoiceDays): boolean {
	if (kind === 'phase' || call === null || start === null) return false;
	return startsOn >= call && startsOn <= start;
}

async function compareLibraries(db: Question['db'], where: Where): Promise<ComparedLibrary[]> {
	const [rows, standings, progress, municipalities] = await Promise.all([
		listComparedLibraries(db, where),
		readPlaceStandings(db, where, 'libraryId'),
		readProgress(db, where),
		listMunicipalityStandings(db, where, { milestones: false })
	]);
	const areas = sumAreas(municipalities);
	return rows.map((row) => {
		const { openedOn, locations } = standingOf(standings, row.id);
		const { done, applicable } = progressOfLibrary(progress, row.id);
		return {
			...row,
			...{ openedOn, locations: locations.open },
			...{ milestonesDone: done, milestonesApplicable: applicable },
			...(areas.get(row.id) ?? { inhabitants: 0, covered: 0 })
		};
	});
}

/** Inhabitants of the work area of each library, and of those in municipalities with an open point. */
function sumAreas(municipalities: readonly MunicipalityStanding[]) {
	const areas = new Map<number, { inhabitants: number; covered: number }>();
	for (const { inhabitants, status, libraries } of municipalities) {
		for (const { id, share } of libraries) {
			const area = areas.get(id) ?? { inhabitants: 0, covered: 0 };
			const served = (inhabitants ?? 0) * share;
			area.inhabitants += served;
			if (!isWhiteSpot(status)) area.covered += served;
			areas.set(id, area);
		}
	}
	return areas;
}

function countProvinces(all: readonly ComparedLibrary[], isChosen: boolean) {
	return [...Map.groupBy(all, ({ province }) => province)]
		.map(([name, libraries]) => ({
			name,
			chosen: isChosen ? libraries.filter(({ isVanguard }) => isVanguard).length : 0,
			libraries: libraries.length
		}))
		.sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

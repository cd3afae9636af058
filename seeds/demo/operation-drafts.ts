import { addDays, type Day } from '#lib/base/day/day.ts';
import { workdayBetween, workdayFrom } from './calendar.ts';
import type { DemoPoint } from './demo-points.ts';
import type { Draft } from './draft.ts';
import { randomFor, type Random } from './random.ts';
import { recordingDay } from './recording.ts';
import type { SpecialPoint } from './special-points.ts';

type InstituteOf = (library: string) => string;

const CLOSURES = 15;
/** Closed for good, in addition to the published counts (see PERIODS in opening-days.ts). */
const CLOSED_FOR_GOOD: readonly [openedBefore: Day, closedOn: Day][] = [
	['2021-01-01', '2021-10-29'],
	['2021-10-01', '2022-05-31']
];
const ONLINE_IN_LOCKDOWN: readonly [from: Day, to: Day, points: number][] = [
	['2020-03-23', '2020-06-03', 4],
	['2021-01-06', '2021-05-21', 9]
];
const ONLINE_BEFORE_OPENING = 5;

/** What points do after, or instead of, their opening: closed for a while, online only, closed for good. */
export function operationDrafts(
	points: readonly DemoPoint[],
	special: readonly SpecialPoint[],
	instituteOf: InstituteOf
): Draft[] {
	const random = randomFor('operation');
	const pool = random.shuffle(
		points.filter((point) => point.invented && !point.isFirstOfLibrary && !point.source)
	);
	const take = (isFit: (point: DemoPoint) => boolean, count: number) => {
		const taken = pool.filter(isFit).slice(0, count);
		for (const point of taken) pool.splice(pool.indexOf(point), 1);
		return taken;
	};
	const drafts: Draft[] = [];
	const record = (point: DemoPoint, kind: Draft['kind'], day: Day, reasonCode?: string) =>
		drafts.push(operation(random, point, instituteOf, kind, day, reasonCode));

	for (const [openedBefore, closedOn] of CLOSED_FOR_GOOD) {
		for (const point of take(({ openedOn }) => openedOn! < openedBefore, 1)) {
			record(point, 'permanently_closed', closedOn, 'verbouwing');
		}
	}
	for (const [from, to, count] of ONLINE_IN_LOCKDOWN) {
		for (const point of take(({ openedOn }) => openedOn! < from, count)) {
			record(point, 'online_only', workdayFrom(addDays(from, random.between(0, 9))), 'lockdown');
			record(point, 'reopened', workdayFrom(addDays(to, random.between(-2, 9))));
		}
	}
	const soonAfter = ({ openedOn }: DemoPoint) =>
		openedOn! > '2021-05-20' && openedOn! < '2021-07-15';
	for (const point of take(soonAfter, ONLINE_BEFORE_OPENING)) {
		record(point, 'online_only', workdayBetween(random, '2021-02-08', '2021-04-12'), 'lockdown');
		record(point, 'reopened', point.openedOn!);
	}
	for (const point of take(({ openedOn }) => openedOn! < '2021-11-01', CLOSURES)) {
		const [from, to] = closure(random, point.openedOn!);
		record(point, 'temporarily_closed', from, random.pick(['verbouwing', 'bezetting', 'ict']));
		record(point, 'reopened', to);
	}
	for (const { point, onlineOnlySince } of special) {
		if (onlineOnlySince) record(point, 'online_only', onlineOnlySince, 'lockdown');
	}
	return drafts;
}

/** Three to fourteen weeks; one in three falls around January 2022. */
function closure(random: Random, openedOn: Day): [Day, Day] {
	const from = random.chance(0.34)
		? workdayBetween(random, '2022-01-04', '2022-01-19')
		: workdayBetween(random, addDays(openedOn, 40), '2022-08-31');
	return [from, workdayFrom(addDays(from, random.between(28, 98)))];
}

function operation(
	random: Random,
	point: DemoPoint,
	instituteOf: InstituteOf,
	kind: Draft['kind'],
	effectiveOn: Day,
	reasonCode?: string
): Draft {
	const author = instituteOf(point.library);
	const usual = recordingDay(random, author, effectiveOn);
	const soon = workdayFrom(addDays(effectiveOn, 8));
	return {
		subject: { point: point.key },
		milestoneCode: 'operation',
		kind,
		effectiveOn,
		...(reasonCode ? { reasonCode } : {}),
		recordedOn: usual < soon ? usual : soon,
		author,
		confidence: 'invented'
	};
}

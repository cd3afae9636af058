import { factDayOf } from '#lib/base/as-of/as-of.ts';
import type { Figure, FigureColumn, FigureContext } from '#lib/base/charts/figure.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { formatNumber, formatShare, shareOf } from '#lib/base/i18n/numbers.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { kindText, reasonOf, titleOf } from '#lib/programme/programme-event/texts.ts';
import { KOPGROEP_SOURCE, PRIVATE_PARTNERS } from '#lib/programme/selection-round/kopgroep.ts';
import { roundName } from '#lib/programme/selection-round/texts.ts';
import { weeksToOpen } from './compare.ts';
import type { GroupNumbers, Vanguard } from './types.ts';

type TextFigure = Omit<Figure, 'panels'>;

const number = (key: string, label: string): FigureColumn => ({ key, label, kind: 'number' });
const text = (key: string, label: string): FigureColumn => ({ key, label, kind: 'text' });
const share = (key: string, label: string): FigureColumn => ({ key, label, kind: 'share' });
const day = (key: string, label: string): FigureColumn => ({ key, label, kind: 'day' });
const shareOrNone = (part: number, whole: number) => (whole > 0 ? shareOf(part, whole) : null);

/** "De kopgroep", "De andere bibliotheken". */
export const groupName = (isVanguard: boolean): string =>
	isVanguard ? m.vanguard_group_vanguard() : m.vanguard_group_rest();

/** How far the choice was on the day, and who was chosen. */
export function leadSentence({ stage, applied, chosen, view, today }: Vanguard): string {
	const date = formatDay(factDayOf(view.asOf, today), getLocale());
	if (stage === 'before') return m.vanguard_stage_before({ date });
	if (stage === 'open') return m.vanguard_stage_open({ date });
	if (stage === 'judging') return m.vanguard_stage_judging({ date });
	if (applied === null || chosen === null) return m.vanguard_numbers_unknown();
	return m.vanguard_sentence({
		...{ applied: formatNumber(applied), chosen: formatNumber(chosen) },
		rest: formatNumber(applied - chosen)
	});
}

/** How many applied, were chosen and were not, as published. */
export function choiceFigure(vanguard: Vanguard): TextFigure {
	const { applied, chosen } = vanguard;
	const isKnown = applied !== null && chosen !== null;
	return {
		id: 'keuze',
		title: m.vanguard_choice_title(),
		sentence: leadSentence(vanguard),
		table: {
			columns: [
				text('wat', m.vanguard_column_what()),
				number('bibliotheken', m.vanguard_column_libraries()),
				text('namen', m.vanguard_column_names()),
				text('bron_van_het_aantal', m.vanguard_column_source())
			],
			rows: [
				[m.vanguard_applied(), applied, m.vanguard_not_in_source(), KOPGROEP_SOURCE],
				[m.vanguard_chosen(), chosen, m.vanguard_names_published(), KOPGROEP_SOURCE],
				[
					...[m.vanguard_not_chosen(), isKnown ? applied - chosen : null],
					...[m.vanguard_not_in_source(), KOPGROEP_SOURCE]
				],
				[
					...[m.vanguard_private_partners(), isKnown ? PRIVATE_PARTNERS.count : null],
					...[m.vanguard_not_in_source(), PRIVATE_PARTNERS.source]
				]
			]
		},
		definitions: []
	};
}

/** How the chosen libraries lie over the country. */
export function spreadFigure({ provinces, spread, members }: Vanguard): TextFigure {
	const reached = provinces.filter(({ chosen }) => chosen > 0).length;
	return {
		id: 'spreiding',
		title: m.vanguard_spread_title(),
		sentence:
			members.length === 0
				? m.vanguard_nobody_yet()
				: [
						m.vanguard_spread_provinces({
							...{ number: formatNumber(reached), all: formatNumber(provinces.length) }
						}),
						...(spread
							? [
									m.vanguard_spread_sentence({
										km: formatNumber(Math.round(spread.meanKm)),
										chance: formatNumber(Math.round(spread.byChanceKm)),
										ratio: formatNumber(Math.round(spread.ratio * 100) / 100),
										share: formatShare(spread.shareCloser)
									})
								]
							: [])
					].join(' '),
		table: {
			columns: [
				text('provincie', m.vanguard_column_province()),
				number('gekozen', m.vanguard_column_chosen()),
				number('bibliotheken', m.vanguard_column_all())
			],
			rows: provinces.map(({ name, chosen, libraries }) => [name, chosen, libraries])
		},
		definitions: [{ anchor: 'spreiding', about: m.vanguard_spread_word() }]
	};
}

/** From the call to the opening, as the timeline tells it. */
export function choiceEventsFigure({ events }: Pick<Vanguard, 'events'>): TextFigure {
	return {
		id: 'verloop',
		title: m.vanguard_events_title(),
		sentence:
			events.length === 0
				? m.vanguard_events_none()
				: m.vanguard_events_sentence({ count: events.length }),
		table: {
			columns: [
				text('gebeurtenis', m.timeline_column_title()),
				day('begin', m.timeline_column_start()),
				day('eind', m.timeline_column_end()),
				text('soort', m.timeline_column_kind()),
				text('reden', m.timeline_column_reason()),
				text('bron_van_de_gebeurtenis', m.timeline_column_source())
			],
			rows: events.map((event) => [
				...[titleOf(event), event.startsOn, event.endsOn, kindText(event.kind)],
				...[reasonOf(event)?.text ?? null, event.source]
			])
		},
		definitions: []
	};
}

/** The two groups, the kopgroep first. */
export const listGroups = ({ groups }: Pick<Vanguard, 'groups'>) => [
	{ isVanguard: true, ...groups.vanguard },
	{ isVanguard: false, ...groups.rest }
];

/** What the kopgroep did since, against the rest. */
export function comparisonFigure(vanguard: Vanguard): TextFigure {
	return {
		id: 'naast-de-rest',
		title: m.vanguard_comparison_title(),
		sentence: comparisonSentence(vanguard),
		table: {
			columns: [
				text('groep', m.vanguard_column_group()),
				number('bibliotheken', m.vanguard_column_libraries()),
				number('open', m.vanguard_column_open()),
				number('weken_tot_de_helft_open_was', m.vanguard_column_weeks()),
				number('locaties', m.vanguard_column_locations()),
				number('openingen_met_planning', m.vanguard_column_openings()),
				number('mediaan_dagen_verschoven', m.vanguard_column_slip()),
				share('binnen_vier_weken', m.vanguard_column_in_time()),
				share('mijlpalen_gereed', m.vanguard_column_milestones()),
				number('inwoners_werkgebied', m.vanguard_column_inhabitants()),
				share('inwoners_met_open_punt', m.vanguard_column_covered())
			],
			rows: listGroups(vanguard).map((group) => [
				...[groupName(group.isVanguard), group.libraries, group.open, group.medianWeeks],
				...[group.locations, group.slips.openings, group.slips.medianDays],
				shareOrNone(group.slips.inTime, group.slips.openings),
				shareOrNone(group.milestonesDone, group.milestonesApplicable),
				group.inhabitants,
				shareOrNone(group.covered, group.inhabitants)
			])
		},
		definitions: [
			{ anchor: 'kopgroep', about: m.vanguard_comparison_word() },
			{ anchor: 'verschuiving', about: m.vanguard_column_slip() },
			{ anchor: 'mijlpalen', about: m.vanguard_column_milestones() },
			{ anchor: 'werkgebied', about: m.vanguard_column_inhabitants() }
		]
	};
}

function comparisonSentence({ members, groups: { vanguard, rest } }: Vanguard): string {
	if (members.length === 0) return m.vanguard_nobody_yet();
	return [
		m.vanguard_open_sentence({
			...{ open: formatNumber(vanguard.open), all: formatNumber(vanguard.libraries) },
			...{ restOpen: formatNumber(rest.open), restAll: formatNumber(rest.libraries) }
		}),
		m.vanguard_weeks_sentence({ own: weeksText(vanguard), rest: weeksText(rest) })
	].join(' ');
}

/** "18 weken"; where half has not opened yet, that. */
export const weeksText = ({ medianWeeks, started }: GroupNumbers): string =>
	medianWeeks === null
		? started === 0
			? m.vanguard_weeks_unknown()
			: m.vanguard_weeks_not_yet()
		: m.vanguard_weeks({ count: medianWeeks });

/** Each of the chosen libraries. */
export function memberFigure({ members }: Pick<Vanguard, 'members'>): TextFigure {
	return {
		id: 'bibliotheken',
		title: m.vanguard_members_title(),
		sentence:
			members.length === 0
				? m.vanguard_nobody_yet()
				: m.vanguard_members_sentence({ count: members.length }),
		table: {
			columns: [
				text('bibliotheek', m.vanguard_column_library()),
				text('plaats', m.vanguard_column_town()),
				text('provincie', m.vanguard_column_province()),
				day('begonnen_op', m.vanguard_column_started()),
				day('eerste_opening', m.vanguard_column_opened()),
				number('weken', m.vanguard_column_weeks_own()),
				number('locaties', m.vanguard_column_locations()),
				share('mijlpalen_gereed', m.vanguard_column_milestones()),
				number('inwoners_werkgebied', m.vanguard_column_inhabitants()),
				share('inwoners_met_open_punt', m.vanguard_column_covered())
			],
			rows: members.map((library) => [
				...[library.name, library.mainTown, library.province],
				...[library.startedOn, library.openedOn, weeksToOpen(library), library.locations],
				shareOrNone(library.milestonesDone, library.milestonesApplicable),
				Math.round(library.inhabitants),
				shareOrNone(library.covered, library.inhabitants)
			])
		},
		definitions: []
	};
}

/** Rounds after the kopgroep; who was not chosen is only counted. */
export function roundFigure({ rounds }: Pick<Vanguard, 'rounds'>): TextFigure {
	return {
		id: 'rondes',
		title: m.round_title(),
		sentence:
			rounds.length === 0
				? m.round_public_none()
				: m.round_public_sentence({ count: rounds.length }),
		table: {
			columns: [
				text('ronde', m.round_column_name()),
				day('eerste_dag', m.round_column_opens()),
				day('laatste_dag', m.round_column_closes()),
				number('plaatsen', m.round_column_seats()),
				number('aangemeld', m.round_column_applied()),
				day('besluit_op', m.round_column_decided()),
				text('gekozen', m.round_column_selected()),
				number('niet_gekozen', m.round_column_not()),
				text('bron_van_de_ronde', m.round_column_source())
			],
			rows: rounds.map((round) => [
				...[roundName(round), round.opensOn, round.closesOn, round.seats, round.applied],
				...[round.decidedOn, round.selected.map(({ name }) => name).join(', ') || null],
				round.decidedOn === null ? null : round.applied - round.selected.length,
				round.source
			])
		},
		definitions: []
	};
}

/** The dates. The choice is public; what came of it is of the data of the installation. */
export function vanguardContext({ view, today, demoData }: Vanguard): FigureContext {
	return {
		...viewContext({ view, today, demoData }, []),
		source: m.vanguard_source()
	};
}

/** The files of the page: `/kopgroep/NAME.csv`, and what each is of. */
export const vanguardFiles = [
	{ name: 'keuze', of: choiceFigure },
	{ name: 'spreiding', of: spreadFigure },
	{ name: 'verloop', of: choiceEventsFigure },
	{ name: 'naast-de-rest', of: comparisonFigure },
	{ name: 'bibliotheken', of: memberFigure },
	{ name: 'rondes', of: roundFigure }
] as const;

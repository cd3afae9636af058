import { z } from 'zod';
import { formatDay } from '#lib/base/day/day.ts';
import { formatCents } from '#lib/base/i18n/numbers.ts';
import { statementText } from '#lib/ledger/change/sentence.ts';
import type { Statement } from '#lib/ledger/change/history-entry.ts';
import { EVENT_KINDS } from '#lib/ledger/event/event.ts';
import { DETAIL_TRAITS } from '#lib/network/trait/details.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { CostCategory, CostKind } from '#lib/programme/cost/cost.ts';
import { categoryLabel, kindLabel as costKindLabel } from '#lib/programme/cost/labels.ts';
import type { Course } from '#lib/programme/course/course.ts';
import { countText, courseLabel } from '#lib/programme/course/labels.ts';
import type { GrantEntry } from '#lib/programme/grant/course.ts';
import { entryKindText } from '#lib/programme/grant/entry-texts.ts';
import { stageLabel } from '#lib/programme/partner/labels.ts';
import type { Stage } from '#lib/programme/partner/partner.ts';
import { decisionText } from '#lib/programme/selection-round/texts.ts';
import type { Decision } from '#lib/programme/selection-round/selection-round.ts';
import { stateLabel } from '#lib/programme/toolkit/labels.ts';
import type { ItemState } from '#lib/programme/toolkit/toolkit.ts';
import { templateLabel } from '#lib/ledger/template/labels.ts';
import { detailLabel } from '#lib/work/location/detail-said.ts';
import { lookFieldLabel } from '#lib/work/second-look/labels.ts';
import type { LookField } from '#lib/work/second-look/second-look.ts';
import { aboutLabel } from '#lib/work/update/work-list-text.ts';
import type { LogFacts, LogRow } from './line.ts';

/** What a line says to who may read it. */
export type LineText = (
	facts: LogFacts,
	row: Pick<LogRow, 'milestoneCode' | 'aboutUser'>
) => string;

const what = ({ milestoneCode }: Pick<LogRow, 'milestoneCode'>): string =>
	milestoneCode === null ? m.inquiry_whole() : aboutLabel(milestoneCode);

/** A name that stands in the database in both languages. */
export const inLanguage = (nl: unknown, en: unknown): string =>
	String(getLocale() === 'en' ? en : nl);

/** A day of the facts in words; nothing where there is none. */
export const dayOf = (day: unknown): string =>
	typeof day === 'string' ? formatDay(day, getLocale()) : '';

const REPLIES: Record<string, (inputs: { what: string }) => string> = {
	answered: m.logbook_reply_answered,
	confirmed: m.logbook_reply_confirmed,
	withdrawn: m.logbook_reply_withdrawn,
	undone: m.logbook_reply_undone
};

/** What an event says, as its facts have it. */
const statement: z.ZodType<Statement> = z.object({
	kind: z.enum(EVENT_KINDS),
	effectiveOn: z.string(),
	targetOn: z.string().nullable(),
	openingForm: z.enum(['volledig', 'kleinschalig']).nullable(),
	datePrecision: z.enum(['day', 'month', 'year'])
});

function eventText(facts: LogFacts, row: Pick<LogRow, 'milestoneCode'>): string {
	const about = what(row);
	if (facts.kind === 'undone') return m.logbook_taken_back({ what: about });
	const said = statementText(statement.parse(facts), row.milestoneCode ?? '', getLocale());
	return facts.correctsEventId === null
		? m.logbook_said({ what: about, said })
		: m.logbook_corrected({ what: about, said });
}

const TRAITS: Record<string, () => string> = {
	hours: m.logbook_hours,
	exception: m.logbook_hours_exception,
	seat: m.logbook_seat
};

function traitText({ trait, undoesId }: LogFacts): string {
	const detail = DETAIL_TRAITS.find((one) => one === trait);
	const about = detail ? detailLabel(detail) : (TRAITS[String(trait)]?.() ?? String(trait));
	return undoesId === null
		? m.logbook_said({ what: about, said: m.logbook_recorded() })
		: m.logbook_taken_back({ what: about });
}

/** What is said about libraries and locations, by the name of its source. */
export const RECORD_TEXTS: Record<string, LineText> = {
	event: eventText,
	point_trait: traitText,
	evidence: ({ withdrawsId, fileName, address }, row) => {
		const about = m.logbook_evidence({ what: what(row) });
		if (withdrawsId !== null) return m.logbook_withdrawn({ what: about });
		const named = fileName ?? address;
		return m.logbook_said({
			what: about,
			said: named === null ? m.logbook_recorded() : String(named)
		});
	},
	record_comment: ({ withdrawsId }) =>
		withdrawsId === null ? m.logbook_comment() : m.logbook_withdrawn({ what: m.logbook_comment() }),
	inquiry: ({ dueOn }, row) => m.logbook_inquiry({ what: what(row), due: dayOf(dueOn) }),
	inquiry_reply: ({ kind }, row) => REPLIES[String(kind)]!({ what: what(row) }),
	error_report: ({ about }) => m.logbook_report({ about: String(about) }),
	error_report_reply: ({ about, undoesId }) =>
		(undoesId === null ? m.logbook_report_answered : m.logbook_report_undone)({
			about: String(about)
		}),
	second_look: ({ field, verdict }) =>
		(verdict === 'approved' ? m.logbook_look_approved : m.logbook_look_returned)({
			field: lookFieldLabel(field as LookField)
		}),
	partner_entry: ({ name, stage }) =>
		m.logbook_said({
			what: m.logbook_partner({ name: String(name) }),
			said: stage === null ? m.logbook_partner_mistake() : stageLabel(stage as Stage)
		}),
	course_count: ({ course, year, groups, participants }) =>
		m.logbook_said({
			what: m.logbook_in_year({ what: courseLabel(course as Course), year: Number(year) }),
			said: countText(
				groups === null
					? null
					: { groups: Number(groups), participants: participants as number | null }
			)
		}),
	toolkit_entry: ({ nameNl, nameEn, state }) => {
		const name = inLanguage(nameNl, nameEn);
		if (state === null) return m.logbook_taken_back({ what: name });
		return m.logbook_said({ what: name, said: stateLabel(state as ItemState) });
	},
	cost_entry: ({ category, kind, year, amountCents }) => {
		const named = `${categoryLabel(category as CostCategory)}, ${costKindLabel(kind as CostKind)}`;
		const about = m.logbook_in_year({ what: named, year: Number(year) });
		if (amountCents === null) return m.logbook_taken_back({ what: about });
		return m.logbook_said({ what: about, said: formatCents(Number(amountCents)) });
	},
	grant_entry: ({ nameNl, nameEn, kind, year, amountCents }) => {
		const about = m.logbook_in_year({ what: inLanguage(nameNl, nameEn), year: Number(year) });
		const said = entryKindText(kind as GrantEntry['kind']);
		return m.logbook_said({
			what: about,
			said: amountCents === null ? said : `${said}, ${formatCents(Number(amountCents))}`
		});
	},
	template_move: ({ profile, version }) =>
		m.logbook_template_move({
			name: templateLabel({ profile: String(profile), version: Number(version) })
		}),
	selection_application_entry: ({ roundCode, decision }) =>
		m.logbook_application({
			round: String(roundCode),
			said: decisionText(decision as Decision)
		})
};

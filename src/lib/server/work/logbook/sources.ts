import { sql } from 'kysely';
import { VISITOR } from '#lib/work/error-report/error-report.ts';
import { factsOf, OF_ADMIN, OF_KB, OF_POI, PUBLIC, source, type LogSource } from './source.ts';

const library = sql.ref('said.library_id');
const point = sql.ref('said.information_point_id');
const milestone = sql.ref('said.milestone_code');
const subject = { library, point, milestone };
const column = (name: string) => sql.ref(`said.${name}`);

/** What is said about libraries and locations, by tables whose rows are never rewritten. */
const OF_RECORDS: readonly LogSource[] = [
	source('event', 'mijlpalen', PUBLIC, {
		...subject,
		facts: factsOf(
			...[
				'kind',
				'effective_on',
				'target_on',
				'opening_form',
				'date_precision',
				'corrects_event_id'
			]
		),
		reason: column('reason_code'),
		words: column('note')
	}),
	source('point_trait', 'locaties', OF_POI, {
		point,
		facts: factsOf('trait', 'undoes_id'),
		words: column('note')
	}),
	source('evidence', 'bewijs', OF_POI, {
		...subject,
		facts: factsOf('file_name', 'address', 'withdraws_id'),
		words: column('note')
	}),
	source('record_comment', 'opmerkingen', OF_POI, {
		...subject,
		facts: factsOf('withdraws_id'),
		words: column('said')
	}),
	source('inquiry', 'navraag', OF_POI, {
		...subject,
		facts: factsOf('due_on'),
		words: column('question')
	}),
	source('inquiry_reply', 'navraag', OF_POI, {
		library: sql.ref('asked.library_id'),
		point: sql.ref('asked.information_point_id'),
		milestone: sql.ref('asked.milestone_code'),
		join: sql`join inquiry asked on asked.id = said.inquiry_id`,
		facts: factsOf('kind'),
		words: column('reply')
	}),
	source('error_report', 'meldingen', OF_KB, {
		...{ library, point },
		by: sql.lit(VISITOR.id),
		for: sql`''`,
		facts: factsOf('about', 'path'),
		words: column('message')
	}),
	source('error_report_reply', 'meldingen', OF_KB, {
		library: sql.ref('report.library_id'),
		point: sql.ref('report.information_point_id'),
		join: sql`join error_report report on report.id = said.report_id`,
		facts: sql`json_build_object('about', report.about, 'undoes_id', said.undoes_id)`,
		words: column('reply')
	}),
	source('second_look', 'tweede-blik', OF_KB, {
		point: sql.ref('looked.information_point_id'),
		join: sql`join event looked on looked.id = said.event_id`,
		facts: factsOf('field', 'verdict'),
		words: column('reason')
	}),
	source('partner_entry', 'netwerk', OF_POI, {
		library: sql.ref('partner.library_id'),
		join: sql`join partner on partner.id = said.partner_id`,
		facts: factsOf('name', 'stage')
	}),
	source('course_count', 'cursussen', OF_POI, {
		library,
		facts: factsOf('course', 'year', 'groups', 'participants')
	}),
	source('toolkit_entry', 'toerusting', PUBLIC, {
		library,
		join: sql`join toolkit_item item on item.code = said.item_code`,
		facts: sql`json_build_object('name_nl', item.name_nl, 'name_en', item.name_en,
			'state', said.state, 'on_day', said.on_day)`
	}),
	source('cost_entry', 'kosten', OF_POI, {
		library,
		facts: factsOf('category', 'kind', 'year', 'amount_cents')
	}),
	source('grant_entry', 'subsidie', OF_POI, {
		library,
		join: sql`join grant_scheme scheme on scheme.code = said.scheme_code`,
		facts: sql`json_build_object('name_nl', scheme.name_nl, 'name_en', scheme.name_en, 'kind', said.kind,
			'year', said.year, 'amount_cents', said.amount_cents, 'undoes_id', said.undoes_id)`,
		words: column('note')
	}),
	source('template_move', 'sjablonen', OF_POI, {
		library,
		join: sql`join milestone_template template on template.id = said.to_template_id`,
		facts: sql`json_build_object('profile', template.profile, 'version', template.version)`
	}),
	source('selection_application_entry', 'rondes', OF_KB, {
		library,
		facts: factsOf('round_code', 'decision')
	})
];

const uploaded = {
	by: column('created_by'),
	for: sql`''`,
	facts: factsOf('kind', 'file_name', 'recorded_count', 'left_count')
};

/** What is decided about the programme, and about who works on it. */
const OF_PROGRAMME: readonly LogSource[] = [
	source('second_look_rule', 'tweede-blik', OF_KB, {
		join: sql`join province on province.code = said.province_code`,
		facts: sql`json_build_object('province', province.name, 'kind', said.kind, 'from_on', said.from_on)`,
		words: column('reason')
	}),
	source('grant_rate', 'subsidie', PUBLIC, {
		join: sql`join grant_scheme scheme on scheme.code = said.scheme_code`,
		facts: sql`json_build_object('name_nl', scheme.name_nl, 'name_en', scheme.name_en, 'year', said.year)`,
		words: column('change_reason'),
		where: sql`said.recorded_at is not null`
	}),
	source('grant_due_entry', 'subsidie', OF_KB, {
		facts: factsOf('kind', 'year', 'due_on'),
		words: column('source')
	}),
	source('question_import', 'vragen', OF_KB, { facts: factsOf('file_name', 'quarter_end') }),
	source('upload', 'bestanden', OF_KB, {
		...uploaded,
		name: 'upload_applied',
		at: column('applied_at'),
		where: sql`said.applied_at is not null`
	}),
	source('upload', 'bestanden', OF_KB, {
		...uploaded,
		name: 'upload_undone',
		at: column('undone_at'),
		where: sql`said.undone_at is not null`
	}),
	source('quarter_lock', 'kwartalen', OF_KB, {
		facts: factsOf('kind', 'quarter_end', 'until'),
		words: column('reason'),
		user: column('user_id')
	}),
	source('edition', 'kwartaalstanden', PUBLIC, {
		...{ at: column('frozen_at'), by: column('frozen_by'), for: column('frozen_for') },
		facts: factsOf('quarter_end')
	}),
	source('programme_event', 'tijdlijn', PUBLIC, {
		facts: factsOf('title_nl', 'title_en', 'code', 'withdrawn', 'change_reason'),
		words: column('change_reason'),
		where: sql`said.recorded_at is not null`
	}),
	source('selection_round_entry', 'rondes', OF_KB, {
		facts: factsOf('name_nl', 'name_en', 'code', 'state'),
		words: column('change_reason')
	}),
	source('milestone_template', 'sjablonen', OF_KB, {
		facts: factsOf('profile', 'version'),
		words: column('note'),
		// The first versions came with the product.
		where: sql`said.recorded_by <> 'seed'`
	}),
	source('reason_entry', 'redenen', OF_KB, {
		facts: factsOf('kind', 'label_nl', 'label_en', 'reason_code')
	}),
	source('source_check', 'bronnen', OF_KB, { facts: factsOf('address', 'verdict') }),
	source('threshold_change', 'grenzen', PUBLIC, { facts: factsOf('name', 'value') }),
	source('user_entry', 'gebruikers', OF_ADMIN, {
		join: sql`left join support_institute institute on institute.id = said.support_institute_id`,
		facts: sql`json_build_object('kind', said.kind, 'role', said.role, 'institute', institute.name)`,
		user: column('user_id')
	}),
	source('adviser_handover', 'gebruikers', [...OF_KB, ...OF_ADMIN], {
		facts: sql`json_build_object('kind', said.kind, 'to', (
			select string_agg(distinct coalesce(account.name, taken.user_id), ', ')
			from adviser_handover_to taken left join app_user account on account.id = taken.user_id
			where taken.handover_id = said.id))`,
		user: column('user_id')
	})
];

/** Everything that the log reads. */
export const LOG_SOURCES: readonly LogSource[] = [...OF_RECORDS, ...OF_PROGRAMME];

/** Tables about single libraries and locations. */
export const RECORD_SOURCES: ReadonlySet<LogSource> = new Set(OF_RECORDS);

/** Tables with a day of recording or an author that the log does not read, and why. */
export const NOT_IN_LOG: Readonly<Record<string, string>> = {
	adviser_handover_to: 'who took over; the line of the departure names them',
	event_batch: 'says which events were recorded together; each of them is a line',
	sent_entry: 'keeps a form from being recorded twice; what it recorded is a line',
	information_point: 'the first plan of a location, recorded with it, is a line',
	mail_wish: 'what somebody wants of her own mail, which is nobody else’s business',
	mailing: 'a mail that the machine sent; nobody wrote it',
	password_reset: 'asked for by whoever had forgotten it, and changes nothing',
	upload_mapping: 'how somebody calls columns in her own files'
};

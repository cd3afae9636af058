import type { Role } from '#lib/access/account/user.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';

interface ManagePage {
	title: string;
	href: string;
	/** What one does there, in a sentence. */
	text: string;
}

/** What somebody of this role keeps, under the question that brings her there. */
export function managePages(role: Role): { title: string; pages: ManagePage[] }[] {
	const log = {
		title: m.logbook_title(),
		href: link('/beheer/logboek'),
		text: m.logbook_manage_text()
	};
	if (role === 'admin') {
		const users = {
			title: m.account_users_title(),
			href: link('/beheer/gebruikers'),
			text: m.account_users_intro()
		};
		return [{ title: m.account_manage_access(), pages: [users, log] }];
	}
	return [
		{
			title: m.account_manage_advisers(),
			pages: [
				{
					title: m.inquiry_title(),
					href: link('/beheer/navraag'),
					text: m.account_manage_inquiry()
				},
				{
					title: m.error_report_manage_title(),
					href: link('/beheer/meldingen'),
					text: m.error_report_manage_text()
				},
				{
					title: m.second_look_title(),
					href: link('/beheer/tweede-blik'),
					text: m.account_manage_second_look()
				},
				{
					title: m.weekly_mail_title(),
					href: link('/beheer/weekmail'),
					text: m.account_manage_weekly_mail()
				},
				{
					title: m.freshness_kept_title(),
					href: link('/beheer/bijhouden'),
					text: m.account_manage_kept()
				},
				{
					title: m.data_quality_title(),
					href: link('/beheer/datakwaliteit'),
					text: m.data_quality_manage_text()
				},
				log
			]
		},
		{
			title: m.account_manage_entry(),
			pages: [
				{
					title: m.quarter_lock_title(),
					href: link('/beheer/kwartalen'),
					text: m.account_manage_quarters()
				},
				{
					title: m.grant_manage_title(),
					href: link('/beheer/subsidie'),
					text: m.grant_manage_text()
				},
				{
					title: m.grant_duty_title(),
					href: link('/beheer/subsidie/verantwoording'),
					text: m.grant_duty_text()
				},
				{
					title: m.cost_threshold_page(),
					href: link('/beheer/kosten'),
					text: m.cost_threshold_text()
				},
				{
					title: m.load_title(),
					href: link('/beheer/eerste-bestand'),
					text: m.account_manage_load()
				},
				{
					title: m.question_import_title(),
					href: link('/beheer/vragen'),
					text: m.account_manage_questions()
				}
			]
		},
		{
			title: m.account_manage_rules(),
			pages: [
				{
					title: m.timeline_manage_title(),
					href: link('/beheer/tijdlijn'),
					text: m.timeline_manage_text()
				},
				{
					title: m.round_manage_title(),
					href: link('/beheer/rondes'),
					text: m.round_manage_text()
				},
				{
					title: m.template_title(),
					href: link('/beheer/sjablonen'),
					text: m.account_manage_templates()
				},
				{
					title: m.account_reasons_short(),
					href: link('/beheer/redenen'),
					text: m.account_reasons_intro()
				}
			]
		},
		{
			title: m.account_manage_publish(),
			pages: [
				{
					title: m.account_manage_freeze(),
					href: link('/kwartaalstanden'),
					text: m.account_manage_freeze_text()
				}
			]
		}
	];
}

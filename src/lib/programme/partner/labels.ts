import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PartnerSaid, PartnerType, Referral, Stage, ViewOfLibrary } from './partner.ts';

const TYPES: Record<PartnerType, () => string> = {
	sociaal_raadslieden: m.partner_type_sociaal_raadslieden,
	welzijn: m.partner_type_welzijn,
	humanitas: m.partner_type_humanitas,
	formulierenbrigade: m.partner_type_formulierenbrigade,
	vakbond: m.partner_type_vakbond,
	ouderenbond: m.partner_type_ouderenbond,
	mee: m.partner_type_mee,
	clientondersteuning: m.partner_type_clientondersteuning,
	zorgkantoor: m.partner_type_zorgkantoor,
	anders: m.partner_type_anders
};
const STAGE_NAMES: Record<Stage, () => string> = {
	geidentificeerd: m.partner_stage_geidentificeerd,
	eerste_gesprek: m.partner_stage_eerste_gesprek,
	in_overleg: m.partner_stage_in_overleg,
	afspraak_gemaakt: m.partner_stage_afspraak_gemaakt,
	convenant_getekend: m.partner_stage_convenant_getekend,
	gestopt: m.partner_stage_gestopt
};
const REFERRAL_NAMES: Record<Referral, () => string> = {
	warm: m.partner_referral_warm,
	koud: m.partner_referral_koud
};
const VIEW_NAMES: Record<ViewOfLibrary, () => string> = {
	partner: m.partner_view_partner,
	neutraal: m.partner_view_neutraal,
	concurrent: m.partner_view_concurrent
};

export const partnerTypeLabel = (type: PartnerType): string => TYPES[type]();
export const stageLabel = (stage: Stage): string => STAGE_NAMES[stage]();
export const referralLabel = (referral: Referral): string => REFERRAL_NAMES[referral]();
export const viewLabel = (view: ViewOfLibrary): string => VIEW_NAMES[view]();

/** What is said of a partner, as pieces of a sentence. */
export function partnerText(said: PartnerSaid, locale: string): string {
	const day = (on: Day) => formatShortDay(on, locale);
	if (said.stage === null) return m.partner_said_mistake();
	return [
		m.partner_said_stage({ stage: stageLabel(said.stage), day: day(said.stageSince) }),
		...(said.referral ? [referralLabel(said.referral)] : []),
		...(said.seesLibraryAs ? [m.partner_said_view({ view: viewLabel(said.seesLibraryAs) })] : []),
		...(said.flyerOn ? [m.partner_said_flyer({ day: day(said.flyerOn) })] : []),
		...(said.mailbox ? [said.mailbox] : [])
	].join('; ');
}

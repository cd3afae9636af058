import { milestoneLabel } from '#lib/ledger/milestone/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Owner, Step, StepChange, StepField } from './template.ts';

const OWNER_NAMES: Record<Owner, () => string> = {
	bibliotheek: m.template_owner_bibliotheek,
	poi: m.template_owner_poi,
	kb: m.template_owner_kb,
	medewerkers: m.template_owner_medewerkers,
	gemeente: m.template_owner_gemeente
};
const PROFILES: Record<string, () => string> = {
	kopgroep: m.template_profile_kopgroep,
	regulier: m.template_profile_regulier
};
const FIELDS: Record<StepField, () => string> = {
	nameNl: m.template_field_name_nl,
	nameEn: m.template_field_name_en,
	offsetWeeks: m.template_field_weeks,
	owners: m.template_field_owners,
	evidenceNl: m.template_field_evidence_nl,
	evidenceEn: m.template_field_evidence_en,
	dependsOn: m.template_field_after,
	notApplicableAllowed: m.template_field_spare
};

export const ownerLabel = (owner: Owner): string => OWNER_NAMES[owner]();
export const ownersText = ({ owners }: Pick<Step, 'owners'>): string =>
	owners.map(ownerLabel).join(', ');

/** "Regulier, versie 2". */
export const templateLabel = ({ profile, version }: { profile: string; version: number }): string =>
	m.template_label({ profile: PROFILES[profile]?.() ?? profile, version });

/** What a version calls a step, in the language of the reader. */
export function stepName(step: Step, locale: string): string {
	return (locale === 'en' ? step.nameEn : step.nameNl) ?? milestoneLabel(step.milestoneCode);
}

function valueText(step: Step, field: StepField): string {
	const value = step[field];
	if (field === 'owners') return ownersText(step) || '–';
	if (field === 'dependsOn')
		return step.dependsOn.map((code) => milestoneLabel(code)).join(', ') || '–';
	if (typeof value === 'boolean') return value ? m.template_yes() : m.template_no();
	return value === null ? '–' : String(value);
}

/** "Training gevolgd, weken na de aanvraag: 32 wordt 30". */
export const changeText = ({ milestoneCode, field, from, to }: StepChange): string =>
	m.template_change({
		...{ step: milestoneLabel(milestoneCode), field: FIELDS[field]() },
		...{ from: valueText(from, field), to: valueText(to, field) }
	});

import type { Figure, FigureColumn, FigureDefinition } from '#lib/base/charts/figure.ts';
import type { ChartSpec } from '#lib/base/charts/types.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { partnerTypeLabel, stageLabel } from '#lib/programme/partner/labels.ts';
import {
	missingTypes,
	NAMED_TYPES,
	STAGES,
	type PartnerType
} from '#lib/programme/partner/partner.ts';
import { countGroup, countProvinces, countStages, countTypes, goesOn } from './count.ts';
import type { Networks } from './types.ts';

const definition = (): FigureDefinition => ({ anchor: 'netwerk', about: m.partner_word() });
const number = (key: string, label: string): FigureColumn => ({ key, label, kind: 'number' });
const text = (key: string, label: string): FigureColumn => ({ key, label, kind: 'text' });
const names = (types: readonly PartnerType[]): string =>
	types.map(partnerTypeLabel).join(', ') || '–';

function bars(categories: string[], label: string, values: (number | null)[]): ChartSpec {
	return {
		kind: 'bar',
		horizontal: true,
		categories,
		x: { label: '' },
		y: { label, unit: label.toLowerCase(), format: 'number' },
		series: [
			{ key: 'aantal', label, look: { ink: 'teal', dash: 'solid', shape: 'square' }, values }
		]
	};
}

/** How far the networks are: of how many libraries a partner is known, and can be referred to. */
export function leadSentence({ libraries }: Pick<Networks, 'libraries'>): string {
	const all = countGroup('', libraries);
	if (all.libraries === 0) return m.partner_no_libraries();
	if (all.partners === 0 && libraries.every(({ partners }) => partners.length === 0)) {
		return m.partner_nothing_known();
	}
	return m.partner_sentence({
		count: all.withAgreement,
		...{ number: formatNumber(all.withAgreement), total: formatNumber(all.libraries) },
		partners: formatNumber(all.partners)
	});
}

/** The funnel: partners per stage, and for how long they are in it. */
export function stageFigure(networks: Networks): Figure {
	const stages = countStages(networks.libraries);
	return {
		id: 'stadia',
		title: m.partner_stages_title(),
		sentence: leadSentence(networks),
		panels: [
			{
				key: 'partners',
				title: null,
				chart: bars(
					stages.map(({ stage }) => stageLabel(stage)),
					m.partner_column_partners(),
					stages.map(({ partners }) => partners)
				)
			}
		],
		table: {
			columns: [
				text('stadium', m.partner_field_stage()),
				number('partners', m.partner_column_partners()),
				number('bibliotheken', m.partner_column_libraries()),
				number('mediaan_dagen', m.partner_column_days())
			],
			rows: stages.map((one) => [
				...[stageLabel(one.stage), one.partners, one.libraries, one.medianDays]
			])
		},
		definitions: [definition()]
	};
}

/** The provinces beside each other. */
export function provinceFigure(networks: Networks): Figure {
	const provinces = countProvinces(networks.libraries);
	const best = [...provinces].sort((a, b) => b.withAgreement - a.withAgreement)[0];
	return {
		id: 'provincies',
		title: m.partner_provinces_title(),
		sentence:
			best && best.withAgreement > 0
				? m.partner_provinces_sentence({
						...{ name: best.name, number: formatNumber(best.withAgreement) },
						total: formatNumber(best.libraries)
					})
				: m.partner_nothing_agreed(),
		panels: [
			{
				key: 'afspraak',
				title: null,
				chart: bars(
					provinces.map(({ name }) => name),
					m.partner_column_with_agreement(),
					provinces.map(({ withAgreement }) => withAgreement)
				)
			}
		],
		table: {
			columns: [
				text('provincie', m.partner_column_province()),
				number('bibliotheken', m.partner_column_libraries()),
				number('met_partner', m.partner_column_with_partner()),
				number('met_afspraak', m.partner_column_with_agreement()),
				number('partners', m.partner_column_partners()),
				number('afspraken', m.partner_column_agreements()),
				text('ontbreekt_overal', m.partner_column_missing_everywhere())
			],
			rows: provinces.map((one) => [
				...[one.name, one.libraries, one.withPartner, one.withAgreement],
				...[one.partners, one.agreements, names(one.missing)]
			])
		},
		definitions: [definition()]
	};
}

/** Which kinds of partner are missing in how many libraries. */
export function typeFigure(networks: Networks): Figure {
	const types = countTypes(networks.libraries);
	const least = [...types].sort((a, b) => b.lacking - a.lacking)[0]!;
	return {
		id: 'soorten',
		title: m.partner_types_title(),
		sentence: m.partner_types_sentence({
			...{ type: partnerTypeLabel(least.type), number: formatNumber(least.lacking) },
			total: formatNumber(networks.libraries.length)
		}),
		panels: [
			{
				key: 'ontbreekt',
				title: null,
				chart: bars(
					types.map(({ type }) => partnerTypeLabel(type)),
					m.partner_column_lacking(),
					types.map(({ lacking }) => lacking)
				)
			}
		],
		table: {
			columns: [
				text('soort', m.partner_field_type()),
				number('bibliotheken', m.partner_column_having()),
				number('met_afspraak', m.partner_column_with_agreement()),
				number('zonder', m.partner_column_lacking())
			],
			rows: types.map(({ type, libraries, agreed, lacking }) => [
				...[partnerTypeLabel(type), libraries, agreed, lacking]
			])
		},
		definitions: [definition()]
	};
}

/** Every library, with its partners per stage and the kinds that it lacks. */
export function libraryTable({ libraries }: Networks): Pick<Figure, 'table' | 'definitions'> {
	return {
		table: {
			columns: [
				text('bibliotheek', m.partner_column_library()),
				text('provincie', m.partner_column_province()),
				...STAGES.map((stage) => number(stage, stageLabel(stage))),
				number('soorten', m.partner_column_kinds()),
				text('ontbreekt', m.partner_column_missing())
			],
			rows: libraries.map(({ name, province, partners }) => {
				const missing = missingTypes(partners);
				const counted = STAGES.map((stage) => partners.filter((one) => one.stage === stage).length);
				// Of whom nothing was said, nothing is known: that is no zero.
				const known = partners.length > 0;
				return [
					...[name, province, ...counted.map((count) => (known ? count : null))],
					...(partners.some(goesOn)
						? [NAMED_TYPES.length - missing.length, names(missing)]
						: [known ? 0 : null, known ? names(missing) : null])
				];
			})
		},
		definitions: [definition()]
	};
}

/** The files of the page: `/voortgang/netwerk/NAME.csv`, and what each is of. */
export const networkFiles: readonly {
	name: 'stadia' | 'provincies' | 'soorten' | 'bibliotheken';
	of: (networks: Networks) => Pick<Figure, 'table' | 'definitions'>;
}[] = [
	{ name: 'stadia', of: stageFigure },
	{ name: 'provincies', of: provinceFigure },
	{ name: 'soorten', of: typeFigure },
	{ name: 'bibliotheken', of: libraryTable }
];

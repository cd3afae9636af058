import { formatCents } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CostCategory, CostKind } from './cost.ts';

const CATEGORIES: Record<CostCategory, () => string> = {
	personeel: m.cost_category_personeel,
	inrichting: m.cost_category_inrichting,
	ict: m.cost_category_ict,
	marketing: m.cost_category_marketing,
	scholing: m.cost_category_scholing,
	overig: m.cost_category_overig
};
const KINDS: Record<CostKind, () => string> = {
	begroot: m.cost_kind_begroot,
	werkelijk: m.cost_kind_werkelijk
};

export const categoryLabel = (category: CostCategory): string => CATEGORIES[category]();
export const kindLabel = (kind: CostKind): string => KINDS[kind]();

/** "€ 1.250", or that nothing is known. */
export const costText = (cents: number | null): string =>
	cents === null ? m.cost_not_known() : formatCents(cents);

import { m } from '#lib/paraglide/messages.js';

/** By inhabitants of the work area. No source says what a small library is: this division is ours. */
export const SIZES = ['klein', 'midden', 'groot'] as const;
export type SizeClass = (typeof SIZES)[number];

const SMALL_BELOW = 50_000;
const LARGE_FROM = 150_000;

/** The class of a library by the inhabitants of its work area. */
export function sizeOf(inhabitants: number): SizeClass {
	if (inhabitants < SMALL_BELOW) return 'klein';
	return inhabitants < LARGE_FROM ? 'midden' : 'groot';
}

const NAMES: Record<SizeClass, () => string> = {
	klein: m.cost_size_klein,
	midden: m.cost_size_midden,
	groot: m.cost_size_groot
};
export const sizeLabel = (size: SizeClass): string => NAMES[size]();

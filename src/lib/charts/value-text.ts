import { formatNumber, formatPeople, formatShare } from '#lib/i18n/numbers.ts';
import type { ValueFormat } from './types.ts';

const FORMATS: Record<ValueFormat, (value: number) => string> = {
	number: (value) => formatNumber(value),
	share: formatShare,
	people: formatPeople
};

/** A value in the language of the reader, as the axis, a tip and a table write it. */
export function valueText(value: number, format: ValueFormat): string {
	return FORMATS[format](value);
}

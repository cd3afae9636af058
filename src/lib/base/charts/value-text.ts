import { formatEuros, formatNumber, formatPeople, formatShare } from '#lib/base/i18n/numbers.ts';
import type { ValueAxis, ValueFormat } from './types.ts';

const FORMATS: Record<ValueFormat, (value: number) => string> = {
	number: (value) => formatNumber(value),
	share: formatShare,
	euro: formatEuros,
	people: formatPeople
};

/** A value in the language of the reader, as the axis, a tip and a table write it. */
export function valueText(value: number, format: ValueFormat): string {
	return FORMATS[format](value);
}

/** A value with what it counts, as a tip says it: "446 locaties", "12 dagen", "57 %". */
export function unitText(value: number, { format, label, unit }: ValueAxis): string {
	const text = valueText(value, format);
	if (unit) return `${text} ${unit}`;
	return format === 'share' || format === 'euro' || label === ''
		? text
		: `${text} (${label.toLowerCase()})`;
}

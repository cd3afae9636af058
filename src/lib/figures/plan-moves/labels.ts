import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { OWN_CAUSES, type CauseLabel, type OwnCause } from './types.ts';
import type { CauseGroup } from './waterfall.ts';

const OWN_TEXTS: Record<OwnCause, () => string> = {
	'zonder-reden': m.plan_moves_cause_untold,
	'niet-herpland': m.plan_moves_cause_not_replanned,
	ingetrokken: m.plan_moves_cause_withdrawn,
	'later-gehaald': m.plan_moves_cause_reached_later,
	'eerder-gehaald': m.plan_moves_cause_reached_earlier
};

const isOwn = (code: string): code is OwnCause => OWN_CAUSES.some((own) => own === code);

/** A cause in words; its code when nobody knows it any more. */
export function causeText(code: string, reasons: readonly CauseLabel[]): string {
	if (isOwn(code)) return OWN_TEXTS[code]();
	const reason = reasons.find((one) => one.code === code);
	return reason ? reason[getLocale()] : code;
}

const GROUP_TEXTS: Record<CauseGroup, () => string> = {
	external: m.plan_moves_group_external,
	recoverable: m.plan_moves_group_recoverable,
	untold: m.plan_moves_group_untold
};

export const groupText = (group: CauseGroup): string => GROUP_TEXTS[group]();

/** "1.234 dagen"; a gain is negative. */
export const daysText = (days: number): string =>
	m.plan_moves_days({ count: Math.abs(days), days: formatNumber(days) });

import type { RolloutFacts, RolloutStatus } from '#lib/base/status/rollout-status.ts';
import { formatDay, type Day } from '#lib/base/day/day.ts';
import { statusLabel } from '#lib/base/status/status-label.ts';
import { m } from '#lib/paraglide/messages.js';

/** The municipality in a sentence of plain Dutch (or English), for `day`. */
export function municipalitySummary(
	name: string,
	facts: RolloutFacts,
	status: RolloutStatus,
	day: Day,
	locale: string
): string {
	const date = formatDay(day, locale);
	if (status === 'temporarily_closed') return m.dossier_municipality_closed({ name, date });
	if (status === 'online_now') return m.dossier_municipality_online_now({ name, date });
	if (facts.realised === 1) return m.dossier_municipality_realised_one({ name, date });
	if (facts.realised > 1) {
		return m.dossier_municipality_realised({ name, date, open: facts.realised });
	}
	return m.dossier_municipality_white_spot({
		name,
		date,
		status: statusLabel(status).toLowerCase()
	});
}

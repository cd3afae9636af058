import { sequence } from '@sveltejs/kit/hooks';
import { handleDraft } from '#lib/server/access/account/handle-draft.ts';
import { handleSession } from '#lib/server/access/account/handle-session.ts';
import { handleIsoDays } from '#lib/server/base/as-of/handle-iso-days.ts';
import { handleAvailability } from '#lib/server/platform/availability/handle-availability.ts';
import { handleReach } from '#lib/server/platform/availability/handle-reach.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { getForecasts } from '#lib/server/figures/forecast/app-forecasts.ts';
import { warmForecast } from '#lib/server/figures/forecast/warm-forecast.ts';
import { warmCopies } from '#lib/server/ledger/milestone-states/warm-copies.ts';
import { handleLocale } from '#lib/server/platform/locale/handle-locale.ts';
import { inlineMapSvg } from '#lib/server/base/map/inline-svg.ts';
import { handleFitText } from '#lib/server/platform/security/handle-fit-text.ts';
import { handleHeaders } from '#lib/server/platform/security/handle-headers.ts';
import { handleAccount } from '#lib/server/work/offline/handle-account.ts';
import { startMailJobs } from '#lib/server/work/weekly-mail/mail-jobs.ts';

export { handleError } from '#lib/server/platform/availability/handle-error.ts';

/** Nothing is awaited: the process serves at once. */
export function init(): void {
	void warmCopies(getDb()).then(() => warmForecast(getDb(), getForecasts()));
	void startMailJobs();
}

// From the outside in: what comes first sees the answer last.
export const handle = sequence(
	handleLocale,
	handleHeaders,
	handleFitText,
	handleIsoDays,
	handleAvailability,
	handleSession,
	handleReach,
	handleDraft,
	handleAccount,
	inlineMapSvg
);

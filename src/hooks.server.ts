import { sequence } from '@sveltejs/kit/hooks';
import { handleDraft } from '#lib/server/account/handle-draft.ts';
import { handleSession } from '#lib/server/account/handle-session.ts';
import { handleAvailability } from '#lib/server/availability/handle-availability.ts';
import { handleIsoDays } from '#lib/server/as-of/handle-iso-days.ts';
import { handleLocale } from '#lib/server/locale/handle-locale.ts';
import { inlineMapSvg } from '#lib/server/map/inline-svg.ts';
import { handleFitText } from '#lib/server/security/handle-fit-text.ts';
import { handleHeaders } from '#lib/server/security/handle-headers.ts';

export { handleError } from '#lib/server/availability/handle-error.ts';

// From the outside in: what comes first sees the answer last.
export const handle = sequence(
	handleLocale,
	handleHeaders,
	handleFitText,
	handleIsoDays,
	handleAvailability,
	handleSession,
	handleDraft,
	inlineMapSvg
);

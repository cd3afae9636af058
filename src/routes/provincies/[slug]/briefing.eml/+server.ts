import { error } from '@sveltejs/kit';
import { parseAsOf } from '#lib/base/as-of/as-of.ts';
import { briefingDocument } from '#lib/publish/briefing/document.ts';
import { mailHtml } from '#lib/publish/briefing/mail-html.ts';
import { mailText } from '#lib/publish/briefing/mail-text.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { composeMail, MAP_CID } from '#lib/server/publish/briefing/compose-mail.ts';
import { readBriefing } from '#lib/server/publish/briefing/read-briefing.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { getForecasts } from '#lib/server/figures/forecast/app-forecasts.ts';
import { getPainter } from '#lib/server/platform/painter/painter.ts';
import { drawPictureOf } from '#lib/server/figures/map-page/picture.ts';
import { readMapFile } from '#lib/server/figures/map-page/read-map-file.ts';
import { provinceSlug } from '#lib/base/selection/province-slugs.ts';
import type { RequestHandler } from './$types';

/** Half again as wide as it is shown, for sharp screens. */
const MAP_WIDTH = 720;

/** Public. The briefing of a province as a mail to send on, for any two dates. */
export const GET: RequestHandler = async ({ url, params }) => {
	const db = getDb();
	const today = await readToday(db);
	const { asOf, notices } = parseAsOf(url.searchParams, today);
	const slug = provinceSlug(params.slug);
	const read = await readBriefing(db, getForecasts(), { slug, asOf, today, wait: true });
	if (!read) error(404, 'Province not found');
	const { name } = read.province;
	const document = briefingDocument(read.briefing);
	const address = new URL(url);
	address.searchParams.set('provincie', slug);
	const map = Buffer.from(
		await getPainter().paint(drawPictureOf(await readMapFile(address)), MAP_WIDTH)
	);
	const date = formatDay(asOf.validOn, getLocale());
	const { origin } = url;
	const mapAlt = m.briefing_map_alt({ name });
	const mail = await composeMail({
		...{ origin, today, map },
		id: ['briefing', slug, asOf.validOn, asOf.knownOn ?? today, getLocale()].join('.'),
		subject: m.briefing_subject({ name, date }),
		html: mailHtml(document, { origin, mapCid: MAP_CID, mapAlt }),
		text: mailText(document, origin)
	});
	const ignored = [...new Set(notices.map(({ parameter }) => parameter))];
	return new Response(new Uint8Array(mail), {
		headers: {
			'content-type': 'message/rfc822',
			'content-disposition': `attachment; filename="briefing-${slug}-${asOf.validOn}.eml"`,
			...(ignored.length > 0 ? { 'x-ignored-parameters': ignored.join(', ') } : {})
		}
	});
};

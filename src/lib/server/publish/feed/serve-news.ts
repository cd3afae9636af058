import { readId } from '#lib/base/form/read-id.ts';
import { link } from '#lib/base/i18n/link.ts';
import { libraryOf } from '#lib/ledger/subject/subject.ts';
import { m } from '#lib/paraglide/messages.js';
import { readQuestion } from '#lib/server/figures/page/question.ts';
import { listNews, type NewsScope } from '#lib/server/ledger/change/queries.ts';
import { findProvince } from '#lib/server/network/province/queries.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { makeNews, OLDER_PARAMETER } from './make-news.ts';
import { placeName } from './place-name.ts';
import { respondFeed } from './respond-feed.ts';

/** Entries in a page of a feed: what a month brings at most. */
const PAGE = 50;

interface NewsPlace {
	scope: NewsScope;
	/** Null for the country. */
	place: string | null;
	pageHref: string;
}

interface Asked {
	request: Request;
	url: URL;
}

/** The news of the place that an address asks for: `?provincie=`, else `?poi=`, else the country. */
export async function serveNews({ request, url }: Asked): Promise<Response> {
	const db = getDb();
	const { view, supportInstitutes } = await readQuestion(db, url.searchParams);
	const { province: slug, supportInstitute } = view.filters;
	const province = slug ? await findProvince(db, slug) : undefined;
	if (province) {
		const place = placeName({ province: slug, supportInstitute: null }, supportInstitutes);
		const pageHref = link(`/provincies/${province.slug}`);
		return respond({ request, url }, { scope: { provinceCode: province.code }, place, pageHref });
	}
	const institute = supportInstitute
		? await db
				.selectFrom('supportInstitute')
				.select(['id', 'name'])
				.where('slug', '=', supportInstitute)
				.executeTakeFirst()
		: undefined;
	const scope: NewsScope = institute ? { supportInstituteId: institute.id } : 'country';
	const pageHref = link('/volgen');
	return respond({ request, url }, { scope, place: institute?.name ?? null, pageHref });
}

/** The news of one library. */
export function serveLibraryNews(
	asked: Asked,
	library: { id: number; slug: string; name: string }
): Promise<Response> {
	const pageHref = link(`/bibliotheken/${library.slug}`);
	return respond(asked, { scope: libraryOf(library.id), place: library.name, pageHref });
}

async function respond(
	{ request, url }: Asked,
	{ scope, place, pageHref }: NewsPlace
): Promise<Response> {
	const db = getDb();
	const { today, dataVersion, demoData } = await readQuestion(db, new URLSearchParams());
	const before = readId(url.searchParams.get(OLDER_PARAMETER));
	const { entries, next } = await listNews(db, scope, { limit: PAGE, before });
	const title = place ? m.feed_news_place({ place }) : m.feed_news_country();
	const body = makeNews({ title, entries, next, pageHref, demoData, url });
	const type = 'application/atom+xml; charset=utf-8';
	return respondFeed(request, { body, type, dataVersion, today });
}

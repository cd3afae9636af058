import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { definitionPath } from '#lib/base/definition/definition-path.ts';
import { DEFINITIONS } from '#lib/base/definition/definitions.ts';
import { link } from '#lib/base/i18n/link.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { providerAnchor, providerName, topicText } from '#lib/figures/provider/figures.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ServiceProvider } from '#lib/programme/service-provider/service-provider.ts';
import type { Found, FoundGroup, FoundItem } from '#lib/publish/search/found.ts';
import { isFoundIn, isFoundWithin } from '#lib/publish/search/in-text.ts';
import { SITE_MAP } from '#lib/server/base/site/site-map.ts';
import { sayFact } from '#lib/server/base/source/say-fact.ts';
import { listServiceProviders } from '#lib/server/programme/service-provider/queries.ts';
import { listNearestNames } from '#lib/server/network/standing/list-nearest-names.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { findRecords, MOST_FOUND, type FoundRecord } from './find-records.ts';

/** Everything that bears the words looked for, in groups, with why each was found. */
export async function searchSite(
	db: Kysely<DB>,
	search: string | null,
	today: Day
): Promise<Found> {
	if (!search) return { search, count: 0, groups: [], near: [] };
	const asOf = { validOn: today, knownOn: null };
	const where = { asOf, today, filters: { ...NO_FILTERS, search } };
	const [records, providers] = await Promise.all([
		findRecords(db, where, search),
		listServiceProviders(db)
	]);
	const asked = new URLSearchParams({ zoek: search });
	const list = link('/bibliotheken', asked);
	const points = link('/', new URLSearchParams({ weergave: 'locaties', zoek: search }));
	const groups = [
		wordGroup('paginas', m.search_pages(), pagesOf(search)),
		wordGroup('definities', m.search_definitions(), definitionsOf(search)),
		wordGroup('dienstverleners', m.search_providers(), providersOf(providers, search)),
		recordGroup('provincies', m.search_provinces(), records.provinces, provinceItem),
		recordGroup('pois', m.search_support_institutes(), records.supportInstitutes, instituteItem),
		recordGroup('plaatsen', m.search_places(), records.places, placeItem),
		recordGroup(
			'gemeenten',
			m.search_municipalities(),
			records.municipalities,
			municipalityItem,
			link('/', asked)
		),
		recordGroup('bibliotheken', m.search_libraries(), records.libraries, libraryItem, list),
		recordGroup('locaties', m.search_points(), records.points, pointItem, points)
	];
	const count = groups.reduce((sum, group) => sum + group.count, 0);
	const near = count > 0 ? [] : await listNearestNames(db, where, search);
	return {
		search,
		count,
		groups: groups.filter((group) => group.count > 0).map(({ group }) => group),
		near: near.map(({ name }) => ({
			label: name,
			href: link('/zoeken', new URLSearchParams({ zoek: name }))
		}))
	};
}

interface Counted {
	count: number;
	group: FoundGroup;
}

const wordGroup = (id: string, title: string, items: FoundItem[]): Counted => ({
	count: items.length,
	group: { id, title, items }
});

function recordGroup(
	id: string,
	title: string,
	found: readonly FoundRecord[],
	itemOf: (record: FoundRecord) => FoundItem,
	all?: string
): Counted {
	const count = found[0]?.count ?? 0;
	const isLong = count > MOST_FOUND && all !== undefined;
	const more = isLong && { more: { label: m.search_more({ count }), href: all } };
	return { count, group: { id, title, items: found.map(itemOf), ...more } };
}

function pagesOf(search: string): FoundItem[] {
	return SITE_MAP.flatMap(({ pages }) => pages)
		.filter(({ label, answers }) => isFoundIn(`${label()} ${answers()}`, search))
		.map(({ path, label, answers }) => ({ href: link(path), label: label(), why: answers() }));
}

/** By its term first: whoever looks for a word wants what it means, not every text that has it. */
function definitionsOf(search: string): FoundItem[] {
	const called = DEFINITIONS.filter(({ term }) => isFoundIn(term(), search));
	const told = DEFINITIONS.filter((one) => !called.includes(one) && isFoundIn(one.text(), search));
	return [...called, ...told].slice(0, MOST_FOUND).map(({ id, term, text }) => ({
		href: link(definitionPath(id) as '/definities'),
		label: term(),
		why: firstSentence(text())
	}));
}

/** Who has the words in its name, or deals with what they say. */
function providersOf(providers: readonly ServiceProvider[], search: string): FoundItem[] {
	return providers.flatMap((provider) => {
		const name = providerName({ ...provider, fullName: sayFact(provider.fullName) });
		const topics = provider.topics.map(topicText).filter((topic) => isFoundWithin(topic, search));
		const isNamed = isFoundIn(name, search);
		if (!isNamed && topics.length === 0) return [];
		const why = isNamed
			? m.search_why_provider()
			: m.search_why_provider_deals({ topics: topics.join(', ') });
		return [{ href: `${link('/dienstverleners')}#${providerAnchor(provider)}`, label: name, why }];
	});
}

const firstSentence = (text: string) => /^.*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;

const provinceItem = ({ key, name }: FoundRecord): FoundItem => ({
	href: link(`/provincies/${key}`),
	label: name,
	why: m.search_why_province()
});

const instituteItem = ({ key, name }: FoundRecord): FoundItem => ({
	href: link('/bibliotheken', new URLSearchParams({ poi: key })),
	label: name,
	why: m.search_why_support_institute()
});

const placeItem = ({ name, municipality }: FoundRecord): FoundItem => ({
	href: link('/waar-terecht', new URLSearchParams({ plaats: `${name} (${municipality})` })),
	label: name,
	why: m.search_why_place({ municipality })
});

const municipalityItem = ({ key, name, named }: FoundRecord): FoundItem => ({
	href: link(`/gemeenten/${key}`),
	label: name,
	why: named ? m.search_why_municipality() : m.search_why_municipality_holds()
});

const libraryItem = ({ key, name, named }: FoundRecord): FoundItem => ({
	href: link(`/bibliotheken/${key}`),
	label: name,
	why: named ? m.search_why_library() : m.search_why_library_serves()
});

const pointItem = ({ key, name }: FoundRecord): FoundItem => ({
	href: link(`/informatiepunten/${Number(key)}`),
	label: name,
	why: m.search_why_point()
});

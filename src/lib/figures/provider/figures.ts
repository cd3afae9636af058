import { factDayOf } from '#lib/base/as-of/as-of.ts';
import type { Figure, FigureContext } from '#lib/base/charts/figure.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { tookPart, type Topic } from '#lib/programme/service-provider/service-provider.ts';
import type { ListedProvider, Providers } from './types.ts';

type TextFigure = Omit<Figure, 'panels'>;

const inWords = (day: string) => formatDay(day, getLocale());
export const topicText = (topic: Topic): string => (getLocale() === 'en' ? topic.en : topic.nl);

/** "Belastingdienst", "CBR (Centraal Bureau Rijvaardigheidsbewijzen)". */
export const providerName = ({
	abbreviation,
	fullName
}: Pick<ListedProvider, 'abbreviation' | 'fullName'>): string =>
	fullName.startsWith(abbreviation) ? fullName : `${abbreviation} (${fullName})`;

/** Where a provider stands on its page. */
export const providerAnchor = ({ abbreviation }: Pick<ListedProvider, 'abbreviation'>): string =>
	abbreviation.toLowerCase().replaceAll(' ', '-');

/** Since when a provider takes part, as far as the sources say. */
export function partText({ part }: Pick<ListedProvider, 'part'>): string {
	switch (part.state) {
		case 'since':
			return m.provider_since({ date: inWords(part.day) });
		case 'named':
			return m.provider_named({ date: inWords(part.day) });
		case 'later':
			return m.provider_later({ date: inWords(part.day) });
		case 'named_later':
			return m.provider_named_later({ date: inWords(part.day) });
		case 'unknown':
			return m.provider_unknown();
	}
}

/** Those that took part on the day, then those of which that is not sure, then those that came later. */
export function groupProviders(providers: readonly ListedProvider[]) {
	const of = (...states: ListedProvider['part']['state'][]) =>
		providers.filter(({ part }) => states.includes(part.state));
	return {
		taking: providers.filter(({ part }) => tookPart(part)),
		unsure: of('named_later', 'unknown'),
		later: of('later')
	};
}

/** Which service providers take part, and since when. */
export function providerFigure({ providers, view, today }: Providers): TextFigure {
	const { taking, unsure, later } = groupProviders(providers);
	return {
		id: 'deelnemers',
		title: m.provider_title(),
		sentence: [
			m.provider_sentence({ count: taking.length, date: inWords(factDayOf(view.asOf, today)) }),
			...(unsure.length > 0 ? [m.provider_sentence_unsure({ count: unsure.length })] : [])
		].join(' '),
		table: {
			columns: [
				{ key: 'dienstverlener', label: m.provider_column_name(), kind: 'text' },
				{ key: 'afkorting', label: m.provider_column_abbreviation(), kind: 'text' },
				{ key: 'doet_mee', label: m.provider_column_part(), kind: 'text' },
				{ key: 'sinds', label: m.provider_column_since(), kind: 'day' },
				{ key: 'uiterlijk_sinds', label: m.provider_column_named(), kind: 'day' },
				{ key: 'waarvoor', label: m.provider_column_what(), kind: 'text' },
				{ key: 'onderwerpen', label: m.provider_column_topics(), kind: 'text' },
				{ key: 'bron_van_de_deelname', label: m.provider_column_source(), kind: 'text' }
			],
			rows: [...taking, ...unsure, ...later].map(({ part, ...provider }) => [
				...[provider.fullName, provider.abbreviation, partWord(part.state)],
				part.state === 'since' || part.state === 'later' ? part.day : null,
				part.state === 'named' || part.state === 'named_later' ? part.day : null,
				...[provider.whatFor, provider.topics.map(topicText).join(', '), provider.source]
			])
		},
		definitions: []
	};
}

function partWord(state: ListedProvider['part']['state']): string {
	if (state === 'since' || state === 'named') return m.provider_yes();
	return state === 'later' ? m.provider_no() : m.provider_maybe();
}

/** Each subject with who answers questions about it, of those that took part on the day. */
export function listTopics(
	providers: readonly ListedProvider[]
): { topic: string; providers: ListedProvider[] }[] {
	const pairs = groupProviders(providers).taking.flatMap((provider) =>
		provider.topics.map((topic) => ({ topic: topicText(topic), provider }))
	);
	const grouped = [...Map.groupBy(pairs, ({ topic }) => topic)].map(([topic, of]) => ({
		topic,
		providers: of.map(({ provider }) => provider)
	}));
	return grouped.toSorted((a, b) => a.topic.localeCompare(b.topic, getLocale()));
}

export function topicFigure({ providers }: Pick<Providers, 'providers'>): TextFigure {
	const topics = listTopics(providers);
	return {
		id: 'onderwerpen',
		title: m.provider_topics_title(),
		sentence: m.provider_topics_sentence({ number: formatNumber(topics.length) }),
		table: {
			columns: [
				{ key: 'onderwerp', label: m.provider_column_topic(), kind: 'text' },
				{ key: 'dienstverlener', label: m.provider_column_name(), kind: 'text' }
			],
			rows: topics.map(({ topic, providers: of }) => [topic, of.map(providerName).join(', ')])
		},
		definitions: []
	};
}

/** The dates; the providers are real ones, whatever the rest of the data is. */
export function providerContext({ view, today }: Providers): FigureContext {
	const unfiltered = { ...view, filters: NO_FILTERS };
	return {
		...viewContext({ view: unfiltered, today, demoData: false }, []),
		source: m.timeline_source()
	};
}

/** The files of the page: `/dienstverleners/NAME.csv`, and what each is of. */
export const providerFiles = [
	{ name: 'deelnemers', of: providerFigure },
	{ name: 'onderwerpen', of: topicFigure }
] as const;

import { describe, expect, it } from 'vitest';
import { parseView } from '#lib/base/selection/view.ts';
import {
	takingPart,
	type ServiceProvider
} from '#lib/programme/service-provider/service-provider.ts';
import { groupProviders, listTopics, providerFigure, providerName } from './figures.ts';

function providersOn(day: string, joined: Record<string, string>) {
	return Object.entries(joined).map(([abbreviation, since]) => {
		const provider: ServiceProvider = {
			...{ abbreviation, fullName: `De ${abbreviation}`, whatFor: null, role: 'joined' },
			...{
				joined: since,
				source: 'een bron',
				topics: [{ nl: 'huurtoeslag', en: 'rent allowance' }]
			}
		};
		return { ...provider, part: takingPart(provider, day) };
	});
}

const JOINED = {
	eerste: '2019-07-01',
	genoemd: 'named by 2020-12-10',
	later: '2023-12-04',
	onbekend: '2021-2022, date not found'
};

describe('who takes part on a day', () => {
	it.each([
		['2019-06-30', [], ['genoemd', 'onbekend'], ['eerste', 'later']],
		['2019-07-01', ['eerste'], ['genoemd', 'onbekend'], ['later']],
		['2020-12-09', ['eerste'], ['genoemd', 'onbekend'], ['later']],
		['2020-12-10', ['eerste', 'genoemd'], ['onbekend'], ['later']],
		['2023-12-04', ['eerste', 'genoemd', 'later'], ['onbekend'], []]
	])('on %s: %j, not sure: %j, later: %j', (day, taking, unsure, later) => {
		const groups = groupProviders(providersOn(day, JOINED));
		const names = (list: { abbreviation: string }[]) => list.map((one) => one.abbreviation);
		expect(names(groups.taking)).toEqual(taking);
		expect(names(groups.unsure)).toEqual(unsure);
		expect(names(groups.later)).toEqual(later);
	});

	it('is counted in a sentence, with those of which it is not sure', () => {
		const { view } = parseView(new URLSearchParams({ peildatum: '2020-06-30' }), '2022-01-31');
		const providers = providersOn('2020-06-30', JOINED);
		const figure = providerFigure({ view, today: '2022-01-31', providers });
		expect(figure.sentence).toBe(
			'Op 30 juni 2020 deed 1 publieke dienstverlener mee, voor zover de bronnen dat zeggen. Van 2 andere is niet zeker of zij toen al meededen.'
		);
		expect(
			figure.table.rows.map(([, name, part, since, named]) => [name, part, since, named])
		).toEqual([
			['eerste', 'ja', '2019-07-01', null],
			['genoemd', 'niet zeker', null, '2020-12-10'],
			['onbekend', 'niet zeker', null, null],
			['later', 'nee', '2023-12-04', null]
		]);
	});
});

describe('who deals with a subject', () => {
	it('is everybody with that subject who took part on the day', () => {
		const topics = listTopics(providersOn('2020-12-31', JOINED));
		expect(
			topics.map(({ topic, providers }) => [topic, providers.map((one) => one.abbreviation)])
		).toEqual([['huurtoeslag', ['eerste', 'genoemd']]]);
	});

	it.each([
		[
			'CAK',
			'CAK (vroeger Centraal Administratie Kantoor)',
			'CAK (vroeger Centraal Administratie Kantoor)'
		],
		[
			'CBR',
			'Centraal Bureau Rijvaardigheidsbewijzen',
			'CBR (Centraal Bureau Rijvaardigheidsbewijzen)'
		]
	])('%s is called by its whole name once', (abbreviation, fullName, name) => {
		expect(providerName({ abbreviation, fullName })).toBe(name);
	});
});

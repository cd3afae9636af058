import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryChanges, type LibraryLine } from './changes.ts';

const line = (given: Partial<LibraryLine> = {}): LibraryLine => ({
	slug: 'a',
	name: 'Bibliotheek A',
	locations: 0,
	outside: 0,
	openedOn: null,
	planOn: null,
	...given
});
const open = line({ locations: 1, openedOn: '2020-05-01' });

describe('what changed since the edition before', () => {
	it.each([
		['a library opened its first location', line({ planOn: '2020-05-01' }), open, 'opened'],
		['it opened another one', open, { ...open, locations: 3 }, 'more_locations'],
		['it closed one of three', { ...open, locations: 3 }, open, 'fewer_locations'],
		[
			'its plan moved to later',
			line({ planOn: '2020-05-01' }),
			line({ planOn: '2020-09-01' }),
			'slipped'
		],
		['it has a plan now', line(), line({ planOn: '2020-09-01' }), 'newly_planned'],
		[
			'it opened on another day than was said',
			open,
			{ ...open, openedOn: '2020-04-01' },
			'corrected'
		],
		['it was open by mistake', open, line(), 'corrected']
	] as const)('%s', (_, before, after, kind) => {
		expect(libraryChanges([before], [after])).toEqual([
			{ kind, slug: 'a', name: 'Bibliotheek A', before, after }
		]);
	});

	it('tells of libraries that came and went, as after a merger', () => {
		const found = libraryChanges([line()], [line({ slug: 'b', name: 'Bibliotheek B' })]);
		expect(found.map(({ kind, slug }) => [kind, slug])).toEqual([
			['added', 'b'],
			['removed', 'a']
		]);
	});

	it('is told by kind, then by name', () => {
		const names = ['Zwolle', 'Almere', 'Emmen'];
		const lines = names.map((name) => line({ slug: name, name }));
		const opened = lines.map((one) => ({ ...one, locations: one.name === 'Emmen' ? 0 : 1 }));
		const moved = opened.map((one) => (one.locations ? one : { ...one, planOn: '2021-01-01' }));
		expect(libraryChanges(lines, moved).map(({ name }) => name)).toEqual([
			'Almere',
			'Zwolle',
			'Emmen'
		]);
	});

	it('counts points outside a library with the locations where the edition before did', () => {
		const before = line({ locations: 3, outside: null, openedOn: '2020-05-01' });
		const after = line({ locations: 2, outside: 1, openedOn: '2020-05-01' });
		expect(libraryChanges([before], [after])).toEqual([]);
		const apart = { ...before, outside: 0 };
		expect(libraryChanges([apart], [after]).map(({ kind }) => kind)).toEqual(['fewer_locations']);
	});

	it('is nothing between an edition and itself', () => {
		const day = fc.constantFrom(null, '2020-01-01', '2021-01-01');
		const some = fc.uniqueArray(
			fc.record({
				slug: fc.string(),
				name: fc.string(),
				locations: fc.nat({ max: 3 }),
				outside: fc.option(fc.nat({ max: 1 })),
				openedOn: day,
				planOn: day
			}),
			{ selector: ({ slug }) => slug }
		);
		fc.assert(
			fc.property(some, (lines) => {
				expect(libraryChanges(lines, lines)).toEqual([]);
			})
		);
	});
});

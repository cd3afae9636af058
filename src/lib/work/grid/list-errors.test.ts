import { expect, it } from 'vitest';
import { listGridErrors } from './list-errors.ts';

const NO_DAY = 'Vul een datum in.';
const NO_REASON = 'Kies een reden.';
const labels = {
	...{ 'b1-training': 'Training, Almelo', 'b2-training': 'Training, Borne' },
	'b3-training': 'Training, Losser'
};

it('each error says which cell it is about, also of a cell on another page', () => {
	const errors = { 'b1-training': NO_DAY, 'b2-training': NO_DAY };
	const shown = new Set(['b1-training']);
	expect(listGridErrors({ fieldErrors: {}, errors, labels }, shown)).toEqual([
		{ id: 'dag.b1-training', message: `Training, Almelo: ${NO_DAY}` },
		{ id: 'rijen', message: `Training, Borne: ${NO_DAY}` }
	]);
});

it('what is wrong beside the table is told once', () => {
	const errors = { 'b1-training': NO_REASON, 'b2-training': NO_DAY, 'b3-training': NO_REASON };
	const fieldErrors = { reason: NO_REASON };
	expect(listGridErrors({ fieldErrors, errors, labels }, new Set(Object.keys(errors)))).toEqual([
		{ id: 'reason', message: NO_REASON },
		{ id: 'dag.b2-training', message: `Training, Borne: ${NO_DAY}` }
	]);
	expect(
		listGridErrors({ fieldErrors: { form: NO_DAY }, errors: {}, labels: {} }, new Set())
	).toEqual([{ id: 'rijen', message: NO_DAY }]);
});

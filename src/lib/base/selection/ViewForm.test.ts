import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { parseView } from './view.ts';
import ViewForm from './ViewForm.svelte';

const TODAY = '2022-01-31';

function shown(address: string): string {
	const { view } = parseView(new URLSearchParams(address), TODAY, []);
	const props = { path: '/vragen', view, today: TODAY, supportInstitutes: [], hints: [] } as const;
	return render(ViewForm, { props: { ...props, hrefOf: () => '/vragen' } }).body;
}

describe('a page with figures says at its top', () => {
	it('of a day to come, that its figures are of today', () => {
		expect(shown('peildatum=2022-12-31')).toContain(
			'31 december 2022 ligt in de toekomst. De cijfers op deze pagina zijn van vandaag (31 januari 2022).'
		);
		expect(shown('peildatum=2021-12-31')).not.toContain('toekomst');
	});

	it('what was known when it is asked as known on an earlier day', () => {
		expect(shown('bekendOp=2021-06-30')).toContain('U ziet wat er op 30 juni 2021 bekend was.');
		expect(shown('')).not.toContain('bekend was');
	});
});

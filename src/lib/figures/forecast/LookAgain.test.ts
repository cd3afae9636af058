import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import LookAgain from './LookAgain.svelte';

const rendered = (waits: boolean) => render(LookAgain, { props: { waits, data: null } });

describe('a page of which something is still being made', () => {
	it('loads itself again without scripts, and says on paper that it came too soon', () => {
		const { head, body } = rendered(true);
		expect(head).toMatch(/<noscript><meta http-equiv="refresh" content="\d+"\/?><\/noscript>/);
		expect(body).toContain('<p class="print-only">Deze pagina is afgedrukt voordat');
	});

	it('leaves that sentence to a page that has one of its own, within its one sheet', () => {
		const { head, body } = render(LookAgain, {
			props: { waits: true, data: null, onPaper: false }
		});
		expect(head).toContain('http-equiv="refresh"');
		expect(body).not.toContain('afgedrukt');
	});

	it('does neither when it is whole', () => {
		const { head, body } = rendered(false);
		expect(head).not.toContain('refresh');
		expect(body).not.toContain('afgedrukt');
	});
});

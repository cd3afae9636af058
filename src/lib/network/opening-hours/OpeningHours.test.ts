import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import OpeningHours from './OpeningHours.svelte';

const shown = (closedForGood: boolean, accessible: boolean) =>
	render(OpeningHours, {
		props: {
			schedule: { weeks: [], exceptions: [] },
			...{ day: '2022-01-31', isToday: true, demoData: false, closedForGood, accessible }
		}
	}).body;

describe('opening hours that nobody filled in', () => {
	it('are asked for at an open location, and not at one that is closed for good', () => {
		expect(shown(false, true)).toContain('nog niet ingevuld. Vraag ze aan de bibliotheek');
		expect(shown(false, false)).toContain('nog niet ingevuld');
		expect(shown(true, false)).not.toContain('ingevuld');
		expect(shown(true, false)).toContain('definitief gesloten');
	});
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveVersion } from './live.svelte.ts';

beforeEach(() => {
	vi.useFakeTimers();
	// There is no document here: anything that says it lies in a posted form will do.
	vi.stubGlobal('Element', class {});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

function typedInForm(): EventTarget & { isConnected: boolean } {
	class InForm extends Element {
		override isConnected = true;
		override closest() {
			return this;
		}
	}
	return new InForm();
}

describe('a page that follows the data', () => {
	it('does nothing at the first version it hears of', async () => {
		const reload = vi.fn(() => Promise.resolve(true));
		const live = new LiveVersion(reload);
		live.hear(7);
		await vi.runAllTimersAsync();
		expect(reload).not.toHaveBeenCalled();
	});

	it('refreshes when the data moved between its making and the first version it hears of', async () => {
		const reload = vi.fn(() => Promise.resolve(true));
		const live = new LiveVersion(reload);
		live.startAt(6);
		live.hear(7);
		await vi.runAllTimersAsync();
		expect(reload).toHaveBeenCalledTimes(1);
		expect(live.refreshedAt).not.toBeNull();
	});

	it('does nothing when the page that came meanwhile has the news: who saved it sees no notice', async () => {
		const reload = vi.fn(() => Promise.resolve(true));
		const live = new LiveVersion(reload);
		live.startAt(6);
		live.hear(7);
		live.startAt(7);
		await vi.runAllTimersAsync();
		expect(reload).not.toHaveBeenCalled();
		expect(live.refreshedAt).toBeNull();
	});

	it('does not wait for a field that is gone: what was typed in it waits elsewhere, or was sent', async () => {
		const reload = vi.fn(() => Promise.resolve(true));
		const live = new LiveVersion(reload);
		live.hear(7);
		const [sent, left] = [typedInForm(), typedInForm()];
		live.formTouched(sent);
		live.formTouched(left);
		sent.isConnected = false;
		live.hear(8);
		await vi.runAllTimersAsync();
		expect(live.waiting).toBe(true);
		expect(reload).not.toHaveBeenCalled();
		left.isConnected = false;
		live.hear(9);
		await vi.runAllTimersAsync();
		expect(reload).toHaveBeenCalledTimes(1);
	});

	it('waits while a form is being filled in, and refreshes when asked', async () => {
		const reload = vi.fn(() => Promise.resolve(true));
		const live = new LiveVersion(reload);
		live.hear(7);
		live.formTouched(typedInForm());
		live.hear(8);
		await vi.runAllTimersAsync();
		expect(reload).not.toHaveBeenCalled();
		expect(live.waiting).toBe(true);
		await live.refresh();
		expect(reload).toHaveBeenCalledTimes(1);
		expect(live.waiting).toBe(false);
	});

	it('says nothing more once that is hidden, until there is more news', async () => {
		const live = new LiveVersion(vi.fn(() => Promise.resolve(true)));
		live.hear(7);
		live.formTouched(typedInForm());
		live.hear(8);
		await vi.runAllTimersAsync();
		live.hide();
		expect(live.waiting).toBe(false);
		live.hear(9);
		await vi.runAllTimersAsync();
		expect(live.waiting).toBe(true);
	});

	it('refreshes again for what came during a refresh', async () => {
		const live: LiveVersion = new LiveVersion(
			vi.fn(() => {
				if (reloads++ === 0) live.hear(9);
				return Promise.resolve(true);
			})
		);
		let reloads = 0;
		live.hear(7);
		live.hear(8);
		await vi.runAllTimersAsync();
		expect(reloads).toBeGreaterThanOrEqual(2);
	});

	it('ignores a version that it already knows', async () => {
		const reload = vi.fn(() => Promise.resolve(true));
		const live = new LiveVersion(reload);
		live.hear(8);
		live.hear(8);
		live.hear(7);
		await vi.runAllTimersAsync();
		expect(reload).not.toHaveBeenCalled();
	});

	it('says that there is news when it did not come, and gets it when asked', async () => {
		const came = [false, true];
		const live = new LiveVersion(vi.fn(() => Promise.resolve(came.shift() ?? false)));
		live.hear(7);
		live.hear(8);
		await vi.runAllTimersAsync();
		expect([live.missed, live.refreshedAt]).toEqual([true, null]);
		await live.refresh();
		expect(live.missed).toBe(false);
		expect(live.refreshedAt).not.toBeNull();
	});
});

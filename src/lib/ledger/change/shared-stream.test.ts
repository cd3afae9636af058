import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followVersion, type Surroundings } from './shared-stream.ts';

/** A browser with locks, channels and streams, in which any number of tabs can be opened. */
function createBrowser({ hasLocks = true } = {}) {
	const channels = new Set<{ onmessage: ((event: MessageEvent) => void) | null }>();
	const streams: FakeStream[] = [];
	const queue: { run: () => Promise<unknown>; signal: AbortSignal }[] = [];
	let held = false;

	const grant = async (): Promise<void> => {
		const next = held ? undefined : queue.find(({ signal }) => !signal.aborted);
		if (!next) return;
		queue.splice(0, queue.indexOf(next) + 1);
		held = true;
		await next.run();
		held = false;
		await grant();
	};
	const locks = {
		request: (_name: string, { signal }: { signal: AbortSignal }, run: () => Promise<unknown>) => {
			queue.push({ run, signal });
			void Promise.resolve().then(grant);
			return Promise.resolve();
		}
	} as unknown as Pick<LockManager, 'request'>;

	class FakeStream extends EventTarget {
		readyState = 1;
		close() {
			this.readyState = 2;
		}
		announce(version: number) {
			this.dispatchEvent(new MessageEvent('version', { data: String(version) }));
		}
		refuse() {
			this.readyState = 2;
			this.dispatchEvent(new Event('error'));
		}
	}

	function openTab() {
		const heard: number[] = [];
		const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
		const window = new EventTarget();
		const ask = vi.fn(() => Promise.resolve(40));
		const surroundings: Surroundings = {
			document: document as unknown as Surroundings['document'],
			window: window as unknown as Surroundings['window'],
			locks: hasLocks ? locks : undefined,
			openChannel: () => {
				const channel = {
					onmessage: null as ((event: MessageEvent) => void) | null,
					postMessage: (data: unknown) => {
						for (const other of channels) {
							if (other !== channel) other.onmessage?.(new MessageEvent('message', { data }));
						}
					},
					close: () => channels.delete(channel)
				};
				channels.add(channel);
				return channel;
			},
			openStream: () => {
				const stream = new FakeStream();
				streams.push(stream);
				return stream as unknown as ReturnType<Surroundings['openStream']>;
			},
			ask
		};
		const stop = followVersion('/veranderingen', (version) => heard.push(version), surroundings);
		const show = (visibilityState: 'visible' | 'hidden') => {
			Object.assign(document, { visibilityState });
			document.dispatchEvent(new Event('visibilitychange'));
		};
		return { heard, ask, stop, show, window };
	}

	const open = () => streams.filter(({ readyState }) => readyState === 1);
	return { openTab, open };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe('the tabs of one browser', () => {
	it('share one stream, and all hear what it announces', async () => {
		const browser = createBrowser();
		const tabs = Array.from({ length: 10 }, () => browser.openTab());
		await settle();
		expect(browser.open()).toHaveLength(1);
		browser.open()[0]!.announce(7);
		expect(tabs.map(({ heard }) => heard)).toEqual(tabs.map(() => [7]));
	});

	it('hand the stream on when the tab that has it is left', async () => {
		const browser = createBrowser();
		const [first, second] = [browser.openTab(), browser.openTab()];
		await settle();
		first.window.dispatchEvent(new Event('pagehide'));
		await settle();
		expect(browser.open()).toHaveLength(1);
		browser.open()[0]!.announce(8);
		expect(first.heard).toEqual([]);
		expect(second.heard).toEqual([8]);
	});

	it('have no stream while nobody looks at them, and follow again afterwards', async () => {
		const browser = createBrowser();
		const tab = browser.openTab();
		await settle();
		tab.show('hidden');
		await settle();
		expect(browser.open()).toHaveLength(0);
		tab.show('visible');
		await settle();
		browser.open()[0]!.announce(9);
		expect(tab.heard).toEqual([9]);
	});

	it('tell a tab that joins what they heard last', async () => {
		const browser = createBrowser();
		browser.openTab();
		await settle();
		browser.open()[0]!.announce(11);
		const late = browser.openTab();
		await settle();
		expect(late.heard).toEqual([11]);
	});
});

describe('a tab that can have no stream', () => {
	it('asks now and then where the browser has no locks, until it is left', async () => {
		const { heard, ask, stop } = createBrowser({ hasLocks: false }).openTab();
		await settle();
		expect(heard).toEqual([40]);
		await vi.advanceTimersByTimeAsync(30_000);
		expect(ask).toHaveBeenCalledTimes(3);
		stop();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(ask).toHaveBeenCalledTimes(3);
	});

	it('asks now and then when the server refuses the stream', async () => {
		const browser = createBrowser();
		const { heard, ask } = browser.openTab();
		await settle();
		browser.open()[0]!.refuse();
		await settle();
		expect(ask).toHaveBeenCalledTimes(1);
		expect(heard).toEqual([40]);
	});
});

import type { VersionListener } from './listener.ts';

/** The most open pages that one process keeps up to date; the others see news when they reload. */
const MOST_STREAMS = 1_000;
/** Of one address, which a whole office may share; the tabs of a browser share one stream. */
const MOST_OF_ADDRESS = 100;
/** Shorter than what proxies usually allow a silent connection. */
const HEARTBEAT_MS = 20_000;
/** How long a browser waits before it connects again. */
const RETRY_MS = 3_000;

export interface EventStreams {
	/**
	 * A stream of server-sent events `version` for a visitor at `address`; or whose limit it would go
	 * beyond, that of the address or that of all.
	 */
	open(signal: AbortSignal, address: string): ReadableStream<Uint8Array> | 'address' | 'all';
	/** How many streams are open. */
	size(): number;
	/** Ends all streams, so that the process can stop; new ones are refused. */
	close(): void;
}

/** The streams of one process: each tells every new version until its reader goes away. */
export function createEventStreams(
	listener: Pick<VersionListener, 'subscribe'>,
	{ most = MOST_STREAMS, mostOfAddress = MOST_OF_ADDRESS, heartbeatMs = HEARTBEAT_MS } = {}
): EventStreams {
	const open = new Set<() => void>();
	const byAddress = new Map<string, number>();
	const count = (address: string, more: 1 | -1) => {
		const streams = (byAddress.get(address) ?? 0) + more;
		if (streams > 0) byAddress.set(address, streams);
		else byAddress.delete(address);
	};
	let closed = false;
	const encoder = new TextEncoder();

	const openStream: EventStreams['open'] = (signal, address) => {
		if (closed || open.size >= most) return 'all';
		if ((byAddress.get(address) ?? 0) >= mostOfAddress) return 'address';
		let release = () => false;
		return new ReadableStream<Uint8Array>({
			start(controller) {
				const send = (text: string) => controller.enqueue(encoder.encode(text));
				send(`retry: ${RETRY_MS}\n\n`);
				const unsubscribe = listener.subscribe((version) =>
					send(`event: version\nid: ${version}\ndata: ${version}\n\n`)
				);
				const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs);
				const end = () => {
					if (release()) controller.close();
				};
				release = () => {
					clearInterval(heartbeat);
					unsubscribe();
					const wasOpen = open.delete(end);
					if (wasOpen) count(address, -1);
					return wasOpen;
				};
				open.add(end);
				count(address, 1);
				signal.addEventListener('abort', end, { once: true });
			},
			cancel() {
				release();
			}
		});
	};

	return {
		open: openStream,
		size: () => open.size,
		close() {
			closed = true;
			for (const end of [...open]) end();
		}
	};
}

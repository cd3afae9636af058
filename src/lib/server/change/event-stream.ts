import type { VersionListener } from './listener.ts';

/** The most open pages that one process keeps up to date; the others see news when they reload. */
const MOST_STREAMS = 1_000;
/** Shorter than what proxies usually allow a silent connection. */
const HEARTBEAT_MS = 20_000;
/** How long a browser waits before it connects again. */
const RETRY_MS = 3_000;

export interface EventStreams {
	/** A stream of server-sent events `version`, or null when there are too many already. */
	open(signal: AbortSignal): ReadableStream<Uint8Array> | null;
	/** How many streams are open. */
	size(): number;
	/** Ends all streams, so that the process can stop; new ones are refused. */
	close(): void;
}

/** The streams of one process: each tells every new version until its reader goes away. */
export function createEventStreams(
	listener: Pick<VersionListener, 'subscribe'>,
	{ most = MOST_STREAMS, heartbeatMs = HEARTBEAT_MS } = {}
): EventStreams {
	const open = new Set<() => void>();
	let closed = false;
	const encoder = new TextEncoder();

	function openStream(signal: AbortSignal): ReadableStream<Uint8Array> | null {
		if (closed || open.size >= most) return null;
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
					return open.delete(end);
				};
				open.add(end);
				signal.addEventListener('abort', end, { once: true });
			},
			cancel() {
				release();
			}
		});
	}

	return {
		open: openStream,
		size: () => open.size,
		close() {
			closed = true;
			for (const end of [...open]) end();
		}
	};
}

/** The part of a service worker's world that is used here: a page has other types. */
export interface WorkerScope {
	location: { origin: string };
	registration: { unregister(): Promise<boolean> };
	clients: {
		claim(): Promise<void>;
		get(id: string): Promise<{ url: string; postMessage(message: unknown): void } | undefined>;
	};
	skipWaiting(): Promise<void>;
	addEventListener(
		type: 'install' | 'activate',
		listener: (event: { waitUntil(work: Promise<unknown>): void }) => void
	): void;
	addEventListener(type: 'fetch', listener: (event: FetchAsked) => void): void;
}

export interface FetchAsked {
	request: Request;
	/** Of the page that asks; empty for one that is being opened. */
	clientId: string;
	respondWith(answer: Promise<Response>): void;
}

/** What the build says of itself. */
export interface AppFiles {
	/** Addresses of the scripts and styles, each with its content in its name. */
	files: readonly string[];
	version: string;
}

declare module 'autocannon' {
	interface Request {
		method?: string;
		path?: string;
		headers?: Record<string, string>;
		setupRequest?(request: Request): Request;
	}
	interface Options {
		url: string;
		connections: number;
		/** Seconds. */
		duration: number;
		headers?: Record<string, string>;
		requests?: Request[];
	}
	interface Result {
		requests: { average: number; total: number };
		/** Milliseconds. */
		latency: { p50: number; p97_5: number; p99: number };
		'2xx': number;
		non2xx: number;
		errors: number;
	}
	export default function autocannon(options: Options): Promise<Result>;
}

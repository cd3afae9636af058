import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { bareHeaders } from '#lib/server/platform/security/headers.ts';

const STATUS: Record<string, number> = {
	HPE_HEADER_OVERFLOW: 431,
	HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
	ERR_HTTP_REQUEST_TIMEOUT: 408
};

/** Answers what is no request that can be read, as Node does, but with our headers; and hangs up. */
export function refuseBroken(error: Error, socket: Socket, answered: boolean): void {
	if (socket.writable && !answered) {
		const code = 'code' in error ? String(error.code) : '';
		const status = STATUS[code] ?? 400;
		const headers = { ...bareHeaders(false), connection: 'close', 'content-length': '0' };
		const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
		socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`);
	}
	socket.destroySoon();
}

import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** How a proxy passes the address of the visitor on (the settings of the same names). */
export interface AddressSettings {
	ADDRESS_HEADER?: string | undefined;
	XFF_DEPTH: number;
}

/** The address that limits are counted by: as Kit reads it, and of IPv6 the network of one line. */
export function visitorAddress(
	{ headers, socket }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string } },
	{ ADDRESS_HEADER, XFF_DEPTH }: AddressSettings
): string {
	const name = ADDRESS_HEADER?.toLowerCase();
	const passed = name === undefined ? undefined : [headers[name]].flat().join(',');
	const list = name === 'x-forwarded-for' ? passed?.split(',').at(-XFF_DEPTH) : passed;
	return networkOf(list?.trim() || (socket.remoteAddress ?? 'unknown'));
}

/** One subscriber has 2^64 addresses of IPv6: the first four groups tell who it is. */
export function networkOf(address: string): string {
	const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (embedded) return embedded;
	if (!isIPv6(address)) return address;
	const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
	const groups = (text: string) => (text === '' ? [] : text.split(':'));
	const first = groups(head);
	const last = groups(tail ?? '');
	const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
	const all = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
	return all
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':');
}

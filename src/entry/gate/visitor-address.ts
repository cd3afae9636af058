import type { IncomingMessage } from 'node:http';
import { networkOf } from '#lib/server/access/account/network-of.ts';

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

import { isIPv6 } from 'node:net';

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

import { describe, expect, it } from 'vitest';
import { networkOf } from '#lib/server/access/account/network-of.ts';
import { visitorAddress } from './visitor-address.ts';

const request = (headers: Record<string, string>) => ({
	headers,
	socket: { remoteAddress: '10.0.0.1' }
});

describe('the address that limits are counted by', () => {
	it('is that of the connection without a proxy, whatever the visitor claims', () => {
		const claimed = request({ 'x-forwarded-for': '192.0.2.7' });
		expect(visitorAddress(claimed, { XFF_DEPTH: 1 })).toBe('10.0.0.1');
	});

	it('is what the nearest trusted proxy saw', () => {
		const passed = request({ 'x-forwarded-for': '6.6.6.6, 192.0.2.7, 192.0.2.8' });
		const settings = { ADDRESS_HEADER: 'X-Forwarded-For' };
		expect(visitorAddress(passed, { ...settings, XFF_DEPTH: 1 })).toBe('192.0.2.8');
		expect(visitorAddress(passed, { ...settings, XFF_DEPTH: 2 })).toBe('192.0.2.7');
	});

	it('is that of the connection when the proxy says nothing', () => {
		expect(visitorAddress(request({}), { ADDRESS_HEADER: 'x-real-ip', XFF_DEPTH: 1 })).toBe(
			'10.0.0.1'
		);
	});

	it('is one for all addresses of a line with IPv6', () => {
		expect(networkOf('2001:db8:0:7::1')).toBe('2001:db8:0:7');
		expect(networkOf('2001:0DB8:0000:0007:aaaa:bbbb:cccc:dddd')).toBe('2001:db8:0:7');
		expect(networkOf('::1')).toBe('0:0:0:0');
		expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
	});
});

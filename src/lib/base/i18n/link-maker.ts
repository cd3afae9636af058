/** Hundreds of addresses that differ in one id: makes the address once and fills in the others. */
export function linkMaker(make: (id: string) => string): (id: string | number) => string {
	const [before = '', after = ''] = make('0').split('/0');
	return (id) => `${before}/${id}${after}`;
}

import { requireNode } from './require-node.ts';

// What follows needs Node 24, so it is loaded only there.
if (requireNode()) {
	const { main } = await import('./main.ts');
	await main();
}

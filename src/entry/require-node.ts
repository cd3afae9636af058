import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OLDEST = 24;

/**
 * True on Node 24 or newer. On an older one, starts this script again with the Node that came as a
 * package, passes on its exit code, and gives false.
 */
export function requireNode(): boolean {
	if (Number.parseInt(process.versions.node, 10) >= OLDEST) return true;
	const packaged = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));
	if (!existsSync(packaged)) {
		console.error(`Node ${OLDEST} is needed; this is ${process.versions.node}. Run npm ci first.`);
		process.exit(1);
	}
	const child = spawn(packaged, process.argv.slice(1), { stdio: 'inherit' });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => child.kill(signal));
	}
	child.once('close', (code) => process.exit(code ?? 1));
	return false;
}

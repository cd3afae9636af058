import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { paraglideOptions } from '../paraglide.config.ts';

// What type checks and linting need and only a build makes otherwise: Kit's types, the compiled texts.
const kit = dirname(createRequire(import.meta.url).resolve('@sveltejs/kit/package.json'));
const sync = spawnSync(process.execPath, [join(kit, 'svelte-kit.js'), 'sync'], {
	stdio: 'inherit'
});
if (sync.status !== 0) process.exit(sync.status ?? 1);
await compile(paraglideOptions);

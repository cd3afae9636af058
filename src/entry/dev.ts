import { announceShutdown } from '#lib/server/platform/process/shutdown.ts';
import { createServer } from 'vite';
import { readEnvOrExit } from '#lib/server/platform/env/env.ts';
import { passSettings, printWelcome } from './main.ts';
import { prepareDatabase } from './prepare-database.ts';
import { checkPort } from './serve.ts';
import { Started } from './started.ts';
import { stopOnSignal } from './stop-on-signal.ts';

// `npm run dev`: the database of `npm start`, and pages that change as their sources do.
const env = readEnvOrExit();
const started = new Started();
stopOnSignal(() => started.stop());
await checkPort(env.HOST, env.PORT);
const { appUrl } = await prepareDatabase(env, started);
await passSettings(env, appUrl);
const server = await createServer({
	server: { port: env.PORT, host: env.HOST ?? 'localhost', strictPort: true }
});
started.add(() => announceShutdown('stop', 2_000));
started.add(() => server.close());
await server.listen();
await printWelcome(`http://localhost:${env.PORT}`, appUrl);

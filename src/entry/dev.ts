import { announceShutdown } from '#lib/server/shutdown.ts';
import { createServer } from 'vite';
import { readEnvOrExit } from '#lib/server/env.ts';
import { passSettings, printWelcome } from './main.ts';
import { prepareDatabase } from './prepare-database.ts';
import { checkPort } from './serve.ts';
import { stopOnSignal } from './stop-on-signal.ts';

// `npm run dev`: the database of `npm start`, and pages that change as their sources do.
const env = readEnvOrExit();
await checkPort(env.HOST, env.PORT);
const database = await prepareDatabase(env);
await passSettings(env, database.appUrl);
const server = await createServer({
	server: { port: env.PORT, host: env.HOST ?? 'localhost', strictPort: true }
});
stopOnSignal(async (reason) => {
	await server.close();
	await announceShutdown(reason, 2_000);
	await database.stop();
});
await server.listen();
await printWelcome(`http://localhost:${env.PORT}`, database.appUrl);

import { parseArgs } from 'node:util';
import { collectFiles } from '#lib/server/publish/edition/collect-files.ts';
import { verifyEdition } from '#lib/server/publish/edition/verify.ts';

/**
 * `npm run verify -- ADDRESS|FOLDER [--key FINGERPRINT]`: checks an edition and says in plain words
 * what is right and what is wrong. Ends with 0 when all is right, 1 when not, 2 when it cannot tell.
 */
const USAGE = 'npm run verify -- https://…/kwartaalstanden/2020-k2 [--key FINGERPRINT]';

try {
	const { values, positionals } = parseArgs({
		options: { key: { type: 'string' } },
		allowPositionals: true
	});
	const [place] = positionals;
	if (place === undefined || positionals.length > 1) throw new Error(`usage: ${USAGE}`);
	const { files, quarter } = await collectFiles(place);
	const findings = verifyEdition(files, { quarter, fingerprint: values.key });
	for (const { ok, text } of findings) console.log(`${ok ? 'right' : 'WRONG'}  ${text}`);
	const mistakes = findings.filter(({ ok }) => !ok).length;
	if (mistakes > 0) process.exitCode = 1;
	console.log(
		mistakes > 0
			? `\nThis is not the edition as it was frozen: ${mistakes} of ${findings.length} checks failed.`
			: '\nThis is the edition as it was frozen. Compare the key with the one that you know.'
	);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 2;
}

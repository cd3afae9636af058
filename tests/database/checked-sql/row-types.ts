import { createHash } from 'node:crypto';
import { glob, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { listCheckedFiles } from './checked-files.ts';
import { describeStatements } from './describe-statements.ts';
import { reportUnseen } from './report-unseen.ts';
import type { Descriptions } from './value-type.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where the processes of the tests read what row types say, and write which they compared. */
		rowTypes: { descriptionsFile: string; seenFile: string };
	}
}

/** Changes with all that a row type can depend on. */
async function hashOfSources(root: string): Promise<string> {
	const paths: string[] = ['package-lock.json', 'tsconfig.json'];
	for await (const path of glob('{src,seeds,db,tests/database/checked-sql}/**/*.ts', { cwd: root }))
		paths.push(path);
	const hash = createHash('sha256');
	for (const path of paths.sort()) {
		hash.update(path).update(await readFile(join(root, path)));
	}
	return hash.digest('hex');
}

/** What all row types say, as JSON; the compiler, which takes seconds, is asked when something changed. */
async function describeOnce(root: string): Promise<string> {
	const folder = join(root, 'node_modules/.cache/row-types');
	const file = join(folder, `${await hashOfSources(root)}.json`);
	const kept = await readFile(file, 'utf8').catch(() => null);
	if (kept !== null) return kept;
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const described = JSON.stringify(describeStatements(root, await listCheckedFiles(root)));
	await writeFile(`${file}.new`, described);
	await rename(`${file}.new`, file);
	return described;
}

async function ranAll(project: TestProject): Promise<boolean> {
	const { testFiles } = await project.globTestFiles();
	const ran = new Set(project.vitest.state.getFiles().map(({ filepath }) => filepath));
	return testFiles.every((file) => ran.has(file)) && !project.config.testNamePattern;
}

/** Vitest's global setup: describes all row types; after a whole run, names those that no test met. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const { root } = project.config;
	const folder = await mkdtemp(join(tmpdir(), 'ido-row-types-'));
	const descriptionsFile = join(folder, 'descriptions.json');
	const seenFile = join(folder, 'seen.txt');
	const described = await describeOnce(root);
	await writeFile(descriptionsFile, described);
	await writeFile(seenFile, '');
	project.provide('rowTypes', { descriptionsFile, seenFile });
	return async () => {
		const seen = new Set((await readFile(seenFile, 'utf8')).split('\n'));
		await rm(folder, { recursive: true, force: true });
		if (await ranAll(project)) reportUnseen(JSON.parse(described) as Descriptions, seen);
	};
}

import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import ts from 'typescript';

/** One module of src/lib importing another by value. */
export interface Import {
	from: string;
	to: string;
}

const IS_CODE = /\.(ts|svelte)$/;
const IS_LEFT_OUT = /\.(test|d)\.ts$|^src\/lib\/paraglide\//;

/** Which other modules of src/lib these files of src/lib import by value; types cost nothing. */
export function readImports(files: readonly string[]): Import[] {
	return files
		.filter((file) => IS_CODE.test(file) && !IS_LEFT_OUT.test(file))
		.flatMap((from) =>
			namedByValue(from, readFileSync(from, 'utf8'))
				.map((name) => pathOf(name, from))
				.filter((to) => to.startsWith('src/') && !to.startsWith('src/lib/paraglide/'))
				.map((to) => ({ from, to }))
		);
}

/** What the text of a module or component imports by value, as it is written. */
export function namedByValue(file: string, text: string): string[] {
	const scripts = file.endsWith('.svelte')
		? [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script!)
		: [text];
	return scripts.flatMap((script) => {
		const names: string[] = [];
		const visit = (node: ts.Node): void => {
			const name = importedBy(node);
			if (name && ts.isStringLiteral(name)) names.push(name.text);
			ts.forEachChild(node, visit);
		};
		visit(ts.createSourceFile(file, script, ts.ScriptTarget.Latest));
		return names;
	});
}

function importedBy(node: ts.Node): ts.Expression | undefined {
	if (ts.isImportDeclaration(node)) {
		return isOfTypes(node.importClause) ? undefined : node.moduleSpecifier;
	}
	if (ts.isExportDeclaration(node)) return node.isTypeOnly ? undefined : node.moduleSpecifier;
	const isDynamic =
		ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
	return isDynamic ? node.arguments[0] : undefined;
}

function isOfTypes(clause: ts.ImportClause | undefined): boolean {
	if (!clause) return false;
	if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	const bindings = clause.namedBindings;
	return (
		!clause.name &&
		bindings !== undefined &&
		ts.isNamedImports(bindings) &&
		bindings.elements.every(({ isTypeOnly }) => isTypeOnly)
	);
}

function pathOf(name: string, from: string): string {
	if (/^[#$]lib\//.test(name)) return `src/lib/${name.slice(5)}`;
	if (/^#(?:db|seeds|tests)\//.test(name)) return name.slice(1);
	return name.startsWith('.') ? posix.join(dirname(from), name) : name;
}

/**
 * How a program comes to load a module that `isWanted`, from the program to the module; empty when it does
 * not, also not later by `import()`.
 */
export function findChain(program: string, isWanted: (path: string) => boolean): string[] {
	const askedBy = new Map<string, string | null>([[program, null]]);
	for (const path of askedBy.keys()) {
		if (isWanted(path)) return chainTo(path, askedBy);
		if (!path.endsWith('.ts')) continue;
		for (const name of namedByValue(path, readFileSync(path, 'utf8'))) {
			const next = pathOf(name, path);
			if (/^(?:src|db|seeds|tests)\//.test(next) && !askedBy.has(next)) askedBy.set(next, path);
		}
	}
	return [];
}

function chainTo(path: string, askedBy: ReadonlyMap<string, string | null>): string[] {
	const before = askedBy.get(path);
	return before ? [...chainTo(before, askedBy), path] : [path];
}

/** The folder of a noun: `network/library`, or `server/network/library`. */
export function nounOf(path: string): string {
	const folders = path.replace('src/lib/', '').split('/');
	return folders.slice(0, folders[0] === 'server' ? 3 : 2).join('/');
}

/** Lowest first: a district imports from itself and from those before it. `platform` is the server's. */
export const DISTRICTS = [
	'base',
	'platform',
	'access',
	'ledger',
	'network',
	'programme',
	'figures',
	'publish',
	'work'
] as const;

const heightOf = (path: string) =>
	DISTRICTS.findIndex((district) => nounOf(path).replace('server/', '').startsWith(`${district}/`));

/** Whether a module stands in a district, in the folder of a noun. */
export const isPlaced = (path: string) => heightOf(path) >= 0;

/** The imports that go up: what is lower would rest on what is higher. */
export const findUpward = (imports: readonly Import[]): Import[] =>
	imports.filter(({ from, to }) => heightOf(from) < heightOf(to));

/** The nouns that import each other in circles, and the imports by which they do, the rarest pair first. */
export function findCircles(imports: readonly Import[]): { nouns: string[]; imports: Import[] }[] {
	const across = imports.filter(({ from, to }) => nounOf(from) !== nounOf(to));
	const nouns = [...new Set(across.flatMap(({ from, to }) => [nounOf(from), nounOf(to)]))].sort();
	const named = Map.groupBy(across, ({ from }) => nounOf(from));
	const next = new Map(
		[...named].map(([noun, all]) => [noun, new Set(all.map(({ to }) => nounOf(to)))])
	);
	const reached = new Map(nouns.map((noun) => [noun, reachedFrom(noun, next)]));
	const tiedTo = (one: string) =>
		nouns.filter((other) => reached.get(one)!.has(other) && reached.get(other)!.has(one));
	const circles = new Map(
		nouns.map(tiedTo).flatMap((circle) => (circle.length > 0 ? [[circle.join(), circle]] : []))
	);
	return [...circles.values()].map((circle) => {
		const isTied = (path: string) => circle.includes(nounOf(path));
		const steps = across.filter(({ from, to }) => isTied(from) && isTied(to));
		const pair = ({ from, to }: Import) => `${nounOf(from)} ${nounOf(to)}`;
		const often = Map.groupBy(steps, pair);
		return {
			nouns: circle,
			imports: steps.sort((a, b) => often.get(pair(a))!.length - often.get(pair(b))!.length)
		};
	});
}

/** `next` has what each noun imports itself. */
function reachedFrom(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
	const reached = new Set<string>();
	const left = [start];
	for (let noun = left.pop(); noun !== undefined; noun = left.pop()) {
		for (const other of next.get(noun) ?? []) {
			if (reached.has(other)) continue;
			reached.add(other);
			left.push(other);
		}
	}
	return reached;
}

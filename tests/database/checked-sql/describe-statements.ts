import { relative } from 'node:path';
import ts from 'typescript';
import { describeType } from './describe-types.ts';
import { findNamedRowTypes } from './find-statements.ts';
import type { Description, Descriptions, ValueType } from './value-type.ts';

function describe(type: ValueType, alias: string | null): Description {
	// No value in a statement is an object of ours, so whoever names one means a row.
	if (type.kinds.includes('object')) return { role: 'statement', alias, type };
	return { role: alias === null ? 'fragment' : 'column', alias, type };
}

/** All row types that these files name, as the TypeScript compiler reads them. */
export function describeStatements(root: string, files: readonly string[]): Descriptions {
	const config = ts.getParsedCommandLineOfConfigFile(`${root}/tsconfig.json`, undefined, {
		...ts.sys,
		onUnRecoverableConfigFileDiagnostic: () => undefined
	});
	const program = ts.createProgram([...files], { ...config?.options, noEmit: true });
	const checker = program.getTypeChecker();
	const described = files.flatMap((path) => {
		const file = program.getSourceFile(path);
		if (!file) throw new Error(`TypeScript cannot read ${path}`);
		return findNamedRowTypes(relative(root, path), file).map(({ place, type, alias }) => [
			place,
			describe(describeType(checker, checker.getTypeFromTypeNode(type)), alias)
		]);
	});
	return Object.fromEntries(described) as Descriptions;
}

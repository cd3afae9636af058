import ts from 'typescript';
import { markOf } from './value-type.ts';

/** A row type that a raw statement or expression names: `sql<Row>` before a template. */
export interface NamedRowType {
	/** `src/…/file.ts:12`, with its column behind it, so that a message leads to it. */
	place: string;
	type: ts.TypeNode;
	/** Where the text of the template begins, behind its backtick. */
	textStart: number;
	/** What the expression is called in the result: `sql<string>…as('sha256')`. */
	alias: string | null;
}

/** What `.as('name')` behind the template says. */
function aliasOf(template: ts.Node): string | null {
	const member = template.parent;
	if (!ts.isPropertyAccessExpression(member) || member.name.text !== 'as') return null;
	const call = member.parent;
	if (!ts.isCallExpression(call)) return null;
	const [name] = call.arguments;
	return name && ts.isStringLiteral(name) ? name.text : null;
}

/** All of a file, in the order in which they stand. `path` is how messages name it. */
export function findNamedRowTypes(path: string, file: ts.SourceFile): NamedRowType[] {
	const found: NamedRowType[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isTaggedTemplateExpression(node) && node.tag.getText(file) === 'sql') {
			const [type] = node.typeArguments ?? [];
			const textStart = node.template.getStart(file) + 1;
			const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
			const place = `${path}:${line + 1}:${character + 1}`;
			if (type) found.push({ place, type, textStart, alias: aliasOf(node) });
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

/** The code of a file with a mark at the beginning of each of these statements. No line moves. */
export function markText(path: string, code: string): string {
	const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
	return findNamedRowTypes(path, file).reduceRight(
		(text, { textStart, place }) =>
			text.slice(0, textStart) + markOf(place) + text.slice(textStart),
		code
	);
}

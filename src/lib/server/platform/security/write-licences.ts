import { readFile, writeFile } from 'node:fs/promises';
import { isAllowed, listLicences, renderLicences } from './licence-list.ts';

// `npm run licences`: writes docs/licences.md; fails when a licence does not fit the product.
const packages = listLicences(JSON.parse(await readFile('package-lock.json', 'utf8')));
await writeFile('docs/licences.md', renderLicences(packages));
for (const { name, licence } of packages.filter((each) => !isAllowed(each.licence))) {
	console.error(
		`${name} has the licence ${licence}, which is not on the list of allowed licences.`
	);
	process.exitCode = 1;
}

import { z } from 'zod';

/** The part of package-lock.json that says what is installed under which licence. */
const lockFile = z.object({
	packages: z.record(
		z.string(),
		z.object({
			version: z.string().optional(),
			license: z.string().optional(),
			dev: z.boolean().optional()
		})
	)
});

export interface LicensedPackage {
	name: string;
	version: string;
	licence: string;
}

/** Licences that fit beside the EUPL-1.2 of the product, and ask no more than naming them. */
const ALLOWED = new Set([
	'0BSD',
	'Apache-2.0',
	'Bitstream-Vera',
	'BlueOak-1.0.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'CC-BY-4.0',
	'CC0-1.0',
	'EUPL-1.2',
	'ISC',
	'MIT',
	'MIT-0',
	'MPL-2.0',
	'PostgreSQL',
	'Unlicense'
]);

/** Packages that name their licence in a file only, read by a person. */
const READ_BY_HAND: Record<string, string> = { 'dejavu-fonts-ttf': 'Bitstream-Vera' };

/** Development packages of which a part ends up in the pages, or that run the product. */
const SHIPPED = /^(node|svelte|@sveltejs\/(kit|adapter-node)|@inlang\/paraglide-js|@utrecht\/.*)$/;

/** Everything that an installation runs or sends to a visitor, by name; throws on a malformed file. */
export function listLicences(lock: unknown): LicensedPackage[] {
	const found = new Map<string, LicensedPackage>();
	for (const [path, { version = '', license, dev }] of Object.entries(
		lockFile.parse(lock).packages
	)) {
		const name = path.split('node_modules/').at(-1) ?? '';
		if (!name || (dev && !SHIPPED.test(name))) continue;
		const licence = READ_BY_HAND[name] ?? license ?? 'unknown';
		found.set(`${name}@${version}`, { name, version, licence });
	}
	return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Whether one of the alternatives (`MIT OR GPL-2.0`) or all of the parts (`MIT AND ISC`) are allowed. */
export function isAllowed(licence: string): boolean {
	const plain = licence.replace(/[()]/g, '');
	return plain
		.split(' OR ')
		.some((alternative) => alternative.split(' AND ').every((part) => ALLOWED.has(part.trim())));
}

/** The list for docs/licences.md, one heading per licence. */
export function renderLicences(packages: readonly LicensedPackage[]): string {
	const licences = [...new Set(packages.map(({ licence }) => licence))].sort();
	const sections = licences.map((licence) => {
		const lines = packages
			.filter((each) => each.licence === licence)
			.map(({ name, version }) => `- \`${name}\` ${version}`);
		return `## ${licence}\n\n${lines.join('\n')}\n`;
	});
	const intro =
		'Every package that an installation runs or sends to a visitor, from package-lock.json. ' +
		'Made by `npm run licences`; do not edit. The texts of the licences are in the packages.\n';
	return ['# Licences of the packages\n', intro, ...sections].join('\n');
}

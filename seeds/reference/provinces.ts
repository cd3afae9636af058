const SOURCE = 'CBS, regional classification (codes from general knowledge)';

const row = (code: string, slug: string, name: string, alternativeNames: string[] = []) => ({
	code,
	slug,
	name,
	alternativeNames,
	source: SOURCE,
	confidence: 'recalled'
});

/** The twelve provinces by CBS code. */
export const PROVINCES = [
	row('PV20', 'groningen', 'Groningen'),
	row('PV21', 'fryslan', 'Fryslân', ['Friesland']),
	row('PV22', 'drenthe', 'Drenthe'),
	row('PV23', 'overijssel', 'Overijssel'),
	row('PV24', 'flevoland', 'Flevoland'),
	row('PV25', 'gelderland', 'Gelderland'),
	row('PV26', 'utrecht', 'Utrecht'),
	row('PV27', 'noord-holland', 'Noord-Holland'),
	row('PV28', 'zuid-holland', 'Zuid-Holland'),
	row('PV29', 'zeeland', 'Zeeland'),
	row('PV30', 'noord-brabant', 'Noord-Brabant'),
	row('PV31', 'limburg', 'Limburg')
];

/** The code of a province by its name. Throws when there is no such province. */
export function provinceCode(name: string): string {
	const province = PROVINCES.find((candidate) => candidate.name === name);
	if (!province) throw new Error(`no province is called ${name}`);
	return province.code;
}

/** The kinds of place where an information point can be. */
export const LOCATION_TYPES = [
	'hoofdvestiging',
	'vestiging',
	'servicepunt',
	'zelfbediening',
	'bibliobushalte',
	'buiten_bibliotheek'
] as const;

/** How the help is organised there. */
export const SERVICE_VARIANTS = ['basis', 'altijd_beschikbaar', 'brede_dienstverlening'] as const;

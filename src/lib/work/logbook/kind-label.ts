import { m } from '#lib/paraglide/messages.js';
import type { LogKind } from './line.ts';

const LABELS: Record<LogKind, () => string> = {
	mijlpalen: m.logbook_kind_mijlpalen,
	locaties: m.logbook_kind_locaties,
	bewijs: m.logbook_kind_bewijs,
	opmerkingen: m.logbook_kind_opmerkingen,
	navraag: m.logbook_kind_navraag,
	meldingen: m.logbook_kind_meldingen,
	'tweede-blik': m.logbook_kind_tweede_blik,
	netwerk: m.logbook_kind_netwerk,
	cursussen: m.logbook_kind_cursussen,
	toerusting: m.logbook_kind_toerusting,
	kosten: m.logbook_kind_kosten,
	subsidie: m.logbook_kind_subsidie,
	vragen: m.logbook_kind_vragen,
	bestanden: m.logbook_kind_bestanden,
	kwartalen: m.logbook_kind_kwartalen,
	kwartaalstanden: m.logbook_kind_kwartaalstanden,
	tijdlijn: m.logbook_kind_tijdlijn,
	rondes: m.logbook_kind_rondes,
	sjablonen: m.logbook_kind_sjablonen,
	redenen: m.logbook_kind_redenen,
	grenzen: m.logbook_kind_grenzen,
	gebruikers: m.logbook_kind_gebruikers,
	bronnen: m.logbook_kind_bronnen
};

/** What a kind of line is called. */
export const kindLabel = (kind: LogKind): string => LABELS[kind]();

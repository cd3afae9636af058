/** Why a plan moves or pauses, as delivered; the programme manager keeps the list from there. */
export const REASONS = [
	{
		code: 'lockdown',
		labelNl: 'Corona of lockdown',
		labelEn: 'Corona or lockdown',
		external: true
	},
	{
		code: 'verbouwing',
		labelNl: 'Verbouwing of verhuizing',
		labelEn: 'Renovation or move',
		external: false
	},
	{ code: 'bezetting', labelNl: 'Te weinig personeel', labelEn: 'Too few staff', external: false },
	{
		code: 'partner_concurrentie',
		labelNl: 'Partner ziet het informatiepunt als concurrent',
		labelEn: 'Partner sees the information point as competition',
		external: true
	},
	{
		code: 'gemeente',
		labelNl: 'Wacht op de gemeente',
		labelEn: 'Waiting for the municipality',
		external: true
	},
	{
		code: 'ict',
		labelNl: 'ICT niet op tijd klaar',
		labelEn: 'IT not ready in time',
		external: false
	},
	{
		code: 'fusie',
		labelNl: 'Fusie van bibliotheken of gemeenten',
		labelEn: 'Merger of libraries or municipalities',
		external: true
	},
	{ code: 'anders', labelNl: 'Andere reden', labelEn: 'Another reason', external: false }
].map((reason, index) => ({ ...reason, position: index + 1 }));

/** Subjects per service provider, in Dutch and English. Nobody of them published such a list. */
const TOPICS: Record<string, readonly [string, string][]> = {
	Belastingdienst: [
		['belasting', 'tax'],
		['huurtoeslag', 'rent allowance'],
		['zorgtoeslag', 'health care allowance'],
		['kinderopvangtoeslag', 'childcare allowance']
	],
	CAK: [
		['eigen bijdrage voor zorg', 'own contribution for care'],
		['onverzekerd voor zorg', 'no health insurance'],
		['zorg in het buitenland', 'care abroad']
	],
	CBR: [
		['rijexamen', 'driving test'],
		['rijbewijs en gezondheid', 'driving licence and health']
	],
	CIZ: [['langdurige zorg (Wlz)', 'long-term care (Wlz)']],
	CJIB: [
		['boetes', 'fines'],
		['betalen in termijnen', 'paying in instalments']
	],
	DUO: [
		['studiefinanciering', 'student finance'],
		['diploma’s', 'diplomas'],
		['inburgering', 'civic integration']
	],
	SVB: [
		['AOW', 'state pension (AOW)'],
		['kinderbijslag', 'child benefit'],
		['pgb', 'personal care budget (pgb)'],
		['Anw-uitkering voor nabestaanden', 'survivor benefit (Anw)']
	],
	UWV: [
		['WW-uitkering', 'unemployment benefit (WW)'],
		['ziek of arbeidsongeschikt', 'ill or unfit for work'],
		['werk zoeken', 'looking for work']
	],
	Huurcommissie: [
		['huurprijs', 'rent'],
		['servicekosten', 'service costs']
	],
	LBIO: [['alimentatie', 'maintenance payments']],
	RDW: [
		['kenteken en auto', 'vehicle registration'],
		['apk', 'vehicle inspection (APK)']
	],
	RvR: [['hulp van een advocaat', 'help of a lawyer']],
	'Dienst Toeslagen': [
		['huurtoeslag', 'rent allowance'],
		['zorgtoeslag', 'health care allowance'],
		['kinderopvangtoeslag', 'childcare allowance']
	],
	CIBG: [['donorregister', 'donor register']],
	IND: [
		['verblijfsvergunning', 'residence permit'],
		['Nederlander worden', 'becoming Dutch']
	],
	Kadaster: [['huis en grond', 'house and land']],
	RvIG: [['paspoort en BRP', 'passport and population register']]
};

export const PROVIDER_TOPICS = Object.entries(TOPICS).flatMap(([abbreviation, topics]) =>
	topics.map(([topicNl, topicEn]) => ({
		...{ abbreviation, topicNl, topicEn },
		...{ source: 'general knowledge', confidence: 'recalled' as const }
	}))
);

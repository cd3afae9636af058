/** Nine digits, however they are written: with points, spaces or dashes between. */
const NUMBERS = /(?<!\d)\d(?:[ .-]?\d){7,8}(?!\d)/g;

/** Whether a text has a number that can be a BSN: eight or nine digits that pass the elfproef. */
export function hasBsn(text: string): boolean {
	return [...text.matchAll(NUMBERS)].some(([found]) => passesElfproef(found.replace(/\D/g, '')));
}

/** The weights of the nine digits are 9 to 2 and −1; a BSN of eight digits begins with a zero. */
function passesElfproef(digits: string): boolean {
	const all = [...digits.padStart(9, '0')].map(Number);
	const sum = all.reduce(
		(total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index),
		0
	);
	return /[1-9]/.test(digits) && sum % 11 === 0;
}

/** What mailboxes of an office are called; as a whole part of the address before the @. */
const OFFICE =
	/^(?:aanmeld(?:en|ing(?:en)?)|administratie|advies|algemeen|balie|bestuur|bureau|cli[eë]ntondersteuning|contact|digi(?:taal)?|formulieren(?:brigade)?|front-?office|gemeente|hallo|helpdesk|hulp|info|informatie|klantcontact|klantenservice|loket|mail|ondersteuning|post(?:bus)?|raadslieden|receptie|redactie|secretariaat|service(?:punt)?|sociaal|spreekuur|steunpunt|team|vakbond|vrijwilligers|welkom|welzijn|wijk(?:team)?|zorg(?:kantoor)?)$/;

/** Mailboxes that anybody can have: there the name of the organisation has to stand before the @. */
const FREE =
	/^(?:gmail|googlemail|hotmail|outlook|live|icloud|yahoo|ziggo|kpnmail|planet|xs4all|home|casema|upcmail|hetnet)\./;

/**
 * Whether an address is that of an office: a part before the @ says so (`info`, `secretariaat`), or it is
 * the name of the organisation itself (`humanitas.almelo@…`). Everything else may be a person's.
 */
export function isOfficeMailbox(mailbox: string, organisation: string): boolean {
	const [local = '', domain = ''] = mailbox.toLowerCase().split('@');
	const parts = local.split(/[._+-]+/).filter((part) => part !== '');
	if (parts.some((part) => OFFICE.test(part))) return true;
	const names = wordsOf(organisation);
	if (!FREE.test(domain)) names.push(...wordsOf(domain.split('.').slice(0, -1).join(' ')));
	return parts.some((part) => part.length >= 3 && names.includes(part));
}

const wordsOf = (text: string): string[] =>
	text
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word.length >= 3);

/** A Dutch telephone number, however it is written: ten digits from 0, or nine behind +31. */
const PHONE = /(?<![\d+])(?:(?:\+|00)31[ .-]?(?:\(0\)[ .-]?)?|\(?0)[1-9](?:\)?[ .-]?\d){8}(?!\d)/;

/** Whether a text has a telephone number. */
export const hasPhoneNumber = (text: string): boolean => PHONE.test(text);

/** Whether a text has an address to mail to, where none belongs. */
export const hasAddress = (text: string): boolean => /\S@\S+\.\S/.test(text);

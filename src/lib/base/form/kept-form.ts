type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What stands in one field: its text, or whether it is ticked. */
type State = string | boolean;

/** By the slot of the field: the states of all fields in that slot, in the order of the form. */
type Kept = Record<string, State[]>;

const PREFIX = 'ido.typed ';
/** Hidden fields that tell two forms with one address apart; where one is chosen it is typed like the rest. */
const SUBJECT = ['milestone', 'event'];

const isField = (element: unknown): element is Field =>
	element instanceof HTMLInputElement ||
	element instanceof HTMLTextAreaElement ||
	element instanceof HTMLSelectElement;

const isBox = (field: Field): field is HTMLInputElement =>
	field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type);

/** Never a password or a file, and not what the page itself filled in unseen. */
const isKept = (field: Field) =>
	field.name !== '' && !/^(hidden|password|file|submit|button)$/.test(field.type);

const fieldsOf = (form: HTMLFormElement): Field[] =>
	[...form.elements].filter(isField).filter(isKept);

/** Whether anything can be filled in; a form may be no more than a button. */
export const hasFields = (form: HTMLFormElement): boolean =>
	[...form.elements].some(
		(field) => isField(field) && !/^(hidden|submit|button)$/.test(field.type)
	);

/**
 * What a field is known by when the form comes again: a box to tick by what it stands for as well,
 * because the list that it is one of may be another by then.
 */
const slotOf = (field: Field): string =>
	field.type === 'checkbox' ? `${field.name}=${field.value}` : field.name;

const stateOf = (field: Field): State => (isBox(field) ? field.checked : field.value);

function fill(field: Field, state: State): boolean {
	if (stateOf(field) === state) return false;
	if (isBox(field)) field.checked = state === true;
	else field.value = String(state);
	field.closest('details')?.setAttribute('open', '');
	// Also tells the page that a form is being filled in, so that it does not refresh by itself.
	field.dispatchEvent(new Event('input', { bubbles: true }));
	return true;
}

/** Where the typed text of this form is kept in the tab. */
function keyOf(form: HTMLFormElement): string {
	const subject = SUBJECT.map(
		(name) => form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`)?.value ?? ''
	);
	const act = form.getAttribute('action') ?? '';
	return PREFIX + [location.pathname, act, ...subject].map(String).join(' ');
}

interface Stored {
	owner: string;
	kept: Kept;
}

/** A browser may have no room, or refuse to keep anything: then the form works as without. */
function read(key: string, owner: string): Kept {
	try {
		// Only this module writes under these names.
		const stored = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Stored | null;
		return stored?.owner === owner ? stored.kept : {};
	} catch {
		return {};
	}
}

function write(key: string, stored: Stored): void {
	try {
		sessionStorage.setItem(key, JSON.stringify(stored));
	} catch {
		// What is typed still stands in the form.
	}
}

/**
 * What was kept under a name of one's own, where a form has more than its fields can tell; null when
 * nothing was, or it is of another reader.
 */
export function readKept(name: string, owner: string): Kept | null {
	const kept = read(PREFIX + name, owner);
	return Object.keys(kept).length > 0 ? kept : null;
}

/** Keeps texts under such a name; nothing is kept of an empty record. */
export function writeKept(name: string, owner: string, kept: Record<string, string[]>): void {
	try {
		if (Object.keys(kept).length === 0) sessionStorage.removeItem(PREFIX + name);
		else write(PREFIX + name, { owner, kept });
	} catch {
		// What is typed still stands in the form.
	}
}

/** After a form was taken, or its reader wants to begin anew. */
export function forgetForm(form: HTMLFormElement): void {
	try {
		sessionStorage.removeItem(keyOf(form));
	} catch {
		// Nothing was kept either.
	}
}

/** After signing out: what was typed is nobody else's. */
export function forgetAllForms(): void {
	try {
		const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
		for (const key of keys) sessionStorage.removeItem(key);
	} catch {
		// Nothing was kept either.
	}
}

/** Keeps what is typed in one form, in this tab and for one reader. */
export class KeptForm {
	#form: HTMLFormElement;
	#owner: string;
	/** What the page itself had filled in. */
	#first: Map<Field, State>;

	constructor(form: HTMLFormElement, owner: string) {
		this.#form = form;
		this.#owner = owner;
		this.#first = new Map(fieldsOf(form).map((field) => [field, stateOf(field)]));
	}

	/** Follows the typing; answers how to stop. */
	follow(): () => void {
		const note = ({ target }: Event) => isField(target) && isKept(target) && this.#note(target);
		// What a form that only asks was sent with stands in the address.
		const sent = () => this.#form.method === 'get' && forgetForm(this.#form);
		this.#form.addEventListener('input', note);
		this.#form.addEventListener('change', note);
		this.#form.addEventListener('submit', sent);
		return () => {
			this.#form.removeEventListener('input', note);
			this.#form.removeEventListener('change', note);
			this.#form.removeEventListener('submit', sent);
		};
	}

	/** Puts back what was typed before; true when that changed something. */
	restore(): boolean {
		const kept = read(keyOf(this.#form), this.#owner);
		let changed = false;
		for (const [slot, states] of Object.entries(kept)) {
			for (const [index, field] of this.#fieldsIn(slot).entries()) {
				const state = states[index];
				if (state !== undefined) changed = fill(field, state) || changed;
			}
		}
		return changed;
	}

	/** Empties the form to what the page had filled in. */
	clear(): void {
		for (const [field, state] of this.#first) fill(field, state);
		forgetForm(this.#form);
	}

	#fieldsIn(slot: string): Field[] {
		return fieldsOf(this.#form).filter((field) => slotOf(field) === slot);
	}

	#note(field: Field): void {
		const key = keyOf(this.#form);
		const slot = slotOf(field);
		const kept = { ...read(key, this.#owner), [slot]: this.#fieldsIn(slot).map(stateOf) };
		write(key, { owner: this.#owner, kept });
	}
}

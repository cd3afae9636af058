import { readKept, writeKept } from '#lib/base/form/kept-form.ts';
import { SHARED_FIELDS } from './field-name.ts';

type Field = HTMLInputElement | HTMLSelectElement;

/** "Yes, a day long past is meant" is said of what was sent, so it is not kept. */
const KEPT: readonly string[] = SHARED_FIELDS.filter((name) => name !== 'pastMeant');

const isTick = (field: Field): field is HTMLInputElement => field.type === 'checkbox';

/** The fields beside one table in this tab, for one reader; as its cells they outlive a reload. */
export class KeptShared {
	#form: HTMLFormElement;
	#name: string;
	#owner: string;
	/** As the page had them. */
	#first: Record<string, string>;
	/** True when something of before was put back. */
	readonly restored: boolean;

	constructor(form: HTMLFormElement, name: string, owner: string) {
		this.#form = form;
		this.#name = name;
		this.#owner = owner;
		this.#first = this.#read();
		const kept = readKept(name, owner) ?? {};
		this.#fill(
			Object.fromEntries(Object.entries(kept).map(([field, [text]]) => [field, String(text)]))
		);
		this.restored = !same(this.#first, this.#read());
	}

	save(): void {
		const now = this.#read();
		const kept = same(now, this.#first)
			? {}
			: Object.fromEntries(Object.entries(now).map(([name, text]) => [name, [text]]));
		writeKept(this.#name, this.#owner, kept);
	}

	/** What was said of what is recorded is not said of what comes next. */
	forget(): void {
		writeKept(this.#name, this.#owner, {});
		for (const field of this.#fields()) {
			if (isTick(field)) field.checked = false;
			else field.value = field instanceof HTMLSelectElement ? (field.options[0]?.value ?? '') : '';
		}
		this.#first = this.#read();
	}

	#fields(): Field[] {
		return [...this.#form.elements].filter(
			(element): element is Field =>
				(element instanceof HTMLInputElement || element instanceof HTMLSelectElement) &&
				KEPT.includes(element.name)
		);
	}

	#read(): Record<string, string> {
		return Object.fromEntries(
			this.#fields().map((field) => [
				field.name,
				isTick(field) ? (field.checked ? 'yes' : '') : field.value
			])
		);
	}

	#fill(texts: Record<string, string>): void {
		for (const field of this.#fields()) {
			const text = texts[field.name];
			if (text === undefined) continue;
			if (isTick(field)) field.checked = text === 'yes';
			else field.value = text;
		}
	}
}

const same = (a: Record<string, string>, b: Record<string, string>) =>
	Object.keys(a).every((name) => a[name] === b[name]);

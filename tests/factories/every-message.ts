import { m } from '#lib/paraglide/messages.js';

export type Say = (inputs: unknown, options: { locale: 'nl' | 'en' }) => string;

const isMessage = (value: unknown): value is Say => typeof value === 'function';

/** Every text of the product with its name, whatever it asks for. */
export const everyMessage: readonly (readonly [name: string, say: Say])[] = Object.entries<unknown>(
	m
).flatMap(([name, value]) => (isMessage(value) ? [[name, value] as const] : []));

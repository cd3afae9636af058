import { formatShortDay } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/**
 * Opens the browser's calendar for the text field before `button`. It belongs to a date field that
 * nobody sees and that is gone afterwards; the day that is chosen is written into the text field.
 */
export function pickDay(
	button: HTMLButtonElement,
	{ min, max }: { min: string | undefined; max: string | undefined }
): void {
	const text = button.previousElementSibling as HTMLInputElement;
	button.parentElement?.querySelector('input[type=date]')?.remove();
	const calendar = document.createElement('input');
	calendar.type = 'date';
	calendar.className = 'visually-hidden';
	calendar.tabIndex = -1;
	calendar.setAttribute('aria-hidden', 'true');
	calendar.min = min ?? '';
	calendar.max = max ?? '';
	calendar.value = readDay(text.value) ?? '';
	calendar.addEventListener('change', () => {
		if (calendar.value === '') return;
		text.value = formatShortDay(calendar.value, getLocale());
		text.dispatchEvent(new Event('input', { bubbles: true }));
		text.dispatchEvent(new Event('change', { bubbles: true }));
		text.focus();
	});
	button.after(calendar);
	calendar.showPicker();
}

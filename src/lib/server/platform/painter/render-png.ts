import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

const require = createRequire(import.meta.url);
const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) =>
	require.resolve(`dejavu-fonts-ttf/ttf/${name}`)
);

/**
 * The PNG of an SVG that stands on its own (`drawMap` with `picture`), `width` pixels wide. Texts use
 * DejaVu Sans from the package, because a bare server has no fonts.
 */
export function renderPng(svg: string, width: number): Buffer {
	const picture = new Resvg(svg, {
		fitTo: { mode: 'width', value: width },
		font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans' }
	});
	return picture.render().asPng();
}

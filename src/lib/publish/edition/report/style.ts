/** The style of an edition: a page that reads on any screen and prints on A4, with nothing to load. */
export const REPORT_STYLE = `
*{box-sizing:border-box}
html{background:#faf8f3;color:#17262a;font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;-webkit-text-size-adjust:100%}
body{font-variant-numeric:lining-nums tabular-nums;margin:0 auto;max-width:56rem;overflow-wrap:break-word;padding:1.5rem clamp(1rem,4vw,2.5rem) 4rem}
h1,h2,h3{font-family:Charter,"Bitstream Charter","Sitka Text",Cambria,"Liberation Serif",serif;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.4rem + 1.6vw,2.5rem);letter-spacing:-.01em;margin:.2rem 0 .6rem}
h2{border-top:3px solid #17262a;font-size:1.6rem;margin:3.5rem 0 1rem;padding-top:.6rem}
h3{font-size:1.25rem;margin:2.2rem 0 .4rem}
h4{font-size:1.05rem;margin:1.8rem 0 .3rem}
p,ul,dd{margin:0 0 .8rem;max-width:42rem}
a{color:#0b5a60;text-underline-offset:.18em}
a:focus-visible,[tabindex]:focus-visible{box-shadow:0 0 0 5px #f4b63f;outline:3px solid #17262a;outline-offset:1px}
.product{color:#4c5b5e;font-size:.9rem;font-weight:600;margin:0}
.demo{background:#fdf1d6;border-left:5px solid #b27400;max-width:none;padding:.7rem 1rem}
.lead{font-size:1.19rem}
.quiet{color:#4c5b5e;font-size:.875rem}
.tiles{display:grid;gap:1rem 1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));margin:1.5rem 0}
.tiles div{border-top:2px solid #17262a;padding-top:.3rem}
.tiles dt{color:#4c5b5e;font-size:.8125rem;font-weight:600}
.tiles dd{margin:0}
.tiles strong{display:block;font-size:2rem;letter-spacing:-.02em;line-height:1.2}
nav ol{columns:16rem 2;list-style:none;padding:0}
nav a{display:inline-block;padding:.2rem 0}
figure{break-inside:avoid;margin:1rem 0}
figure svg{background:#fff;border:1px solid #ddd7c9;border-radius:4px;display:block;height:auto;padding:.5rem;width:100%}
svg text{font-family:inherit}
figure.map svg{max-width:44rem}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;margin:0 0 .5rem;max-width:none;padding:0}
.legend li{align-items:center;display:flex;font-size:.875rem;gap:.4rem}
.legend svg{border:0;flex:none;height:16px;padding:0;width:34px;background:none}
.scroll{margin:.5rem 0 1rem;overflow-x:auto;position:relative}
table{border-collapse:collapse;font-size:.9rem;width:100%}
caption{color:#4c5b5e;font-size:.875rem;padding:.3rem 0;text-align:left}
th,td{border-bottom:1px solid #ddd7c9;padding:.35rem 1rem .35rem 0;text-align:left;vertical-align:top}
thead th{border-bottom:2px solid #17262a;font-size:.8125rem;vertical-align:bottom}
tbody th{font-weight:600}
.n{text-align:right}
td.n,.d{white-space:nowrap}
td.w{min-width:11rem}
td.s{min-width:9.5rem}
dt{font-weight:650}
:target{background:#fdf1d6}
footer{border-top:1px solid #7d8583;margin-top:4rem;padding-top:1rem}
footer p{overflow-wrap:anywhere}
@page{margin:14mm 14mm 16mm;size:A4;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif}}
@media print{
html{background:#fff;color:#000;font-size:9.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{max-width:none;padding:0}
nav{display:none}
h2,h3,h4,h3+p,h4+p,h2+p:has(+figure),caption,dt{break-after:avoid}
p,dd{break-inside:avoid}
.scroll+p{break-before:avoid}
figure.map svg{margin:0 auto;max-height:215mm;width:auto}
h2{margin-top:8mm}
.tiles{grid-template-columns:repeat(4,1fr)}
.scroll{overflow:visible}
table{font-size:8pt}
td.w{min-width:0}
td.s{overflow-wrap:anywhere}
thead .d{white-space:normal}
td.s{min-width:42mm}
td.s a{font-size:0}
td.s a::after{content:attr(href);font-size:7pt}
.n+:not(.n){padding-left:.6rem}
th,td{padding-right:.6rem}
thead{display:table-header-group}
tr{break-inside:avoid}
tbody tr:first-child{break-before:avoid}
footer{border:0;margin-top:0}
a{color:inherit;text-decoration:none}
}
`;

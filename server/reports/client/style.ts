/** How a report looks as a page and on paper: A4 and Letter, with the chart and the matrix across. */
export const styleOf = (accent: string, footer: string): string => `:root{--accent:${accent}}
*{box-sizing:border-box}
body{font:10.5pt/1.45 Arial,Arimo,"Liberation Sans",Helvetica,sans-serif;color:#16191f;background:#fff;margin:0 auto;max-width:1100px;padding:24px;overflow-wrap:break-word}
h1,h2,h3,h4{line-height:1.25;break-after:avoid}
h1{font-size:26pt;margin:0 0 6pt;color:var(--accent)}
h2{font-size:17pt;margin:0 0 8pt;color:var(--accent);border-bottom:1.5pt solid var(--accent);padding-bottom:3pt}
h3{font-size:12.5pt;margin:14pt 0 5pt}
h4{font-size:10.5pt;margin:0 0 3pt}
p{margin:4pt 0}ul{margin:3pt 0 6pt;padding-left:15pt}li{margin:2.5pt 0}
.note{color:#525a66;font-size:9pt}
.cover{padding:45mm 0 20mm}.cover .subtitle{font-size:15pt;margin-bottom:24pt}.cover .firm{font-weight:700;margin-bottom:10pt}
.cover .confidential{margin-top:24pt;font-weight:700;text-transform:uppercase;letter-spacing:.08em}.cover img{max-width:60mm;max-height:30mm;margin-bottom:18mm;display:block}
nav ul{list-style:none;padding:0}nav a{color:inherit}
.part{margin-top:28pt}
table{border-collapse:collapse;width:100%;table-layout:fixed;margin:6pt 0 10pt;font-size:9.5pt}
th,td{border:.6pt solid #8c95a3;padding:3pt 5pt;text-align:left;vertical-align:top}
thead th{background:#e8edf3;vertical-align:bottom}thead small{display:block;font-weight:400;font-size:8pt;color:#525a66}
tbody th{background:#f3f5f8;font-weight:700}.centred{text-align:center}.bad{background:#ffe3df}
.wide table{font-size:8pt;line-height:1.25}.wide th,.wide td{padding:1.2pt 3pt}.wide thead th{font-size:7.5pt}.wide ul,.wide p{font-size:8.5pt}.wide p.note{font-size:8pt;line-height:1.3}
.card{border:.6pt solid #c3c9d2;border-left:4pt solid #525a66;padding:5pt 9pt;margin:6pt 0 8pt;break-inside:avoid}
.card.error{border-left-color:#b3261e}.card.warning{border-left-color:#8a5a00}.card.info{border-left-color:#0b57b0}
.card .label{font-size:8.5pt;font-weight:700;text-transform:uppercase;letter-spacing:.04em;color:#525a66;margin:0}
.card.error .label{color:#b3261e}.card.warning .label{color:#8a5a00}.card.info .label{color:#0b57b0}
.card p{margin:2pt 0}
figure{margin:6pt 0 0;break-inside:avoid}figure svg{display:block;width:auto;height:auto;max-width:100%}figcaption{font-size:9pt;color:#525a66;margin-top:3pt}
@page{margin:18mm 16mm 20mm;@bottom-left{content:${cssString(footer)};font:8pt Arial,"Liberation Sans",sans-serif;color:#525a66}@bottom-right{content:counter(page) " / " counter(pages);font:8pt Arial,"Liberation Sans",sans-serif;color:#525a66}}
@page cover{@bottom-left{content:""}@bottom-right{content:""}}
@page wide{size:landscape;margin:14mm 16mm}
@media print{body{max-width:none;padding:0;print-color-adjust:exact}.cover,nav{page:cover}#board,#findings,#appendix{margin:0;break-before:page}.part.wide{page:wide}
thead{display:table-header-group}tr{break-inside:avoid}li{break-inside:avoid}.group{break-after:avoid}figure{break-after:page}figure:last-of-type{break-after:auto}figure svg{max-height:148mm}
#board{font-size:9pt;line-height:1.3}#board h2{margin-bottom:4pt}#board h3{font-size:11pt;margin:6pt 0 1pt}#board p{margin:2pt 0}#board ul{margin:1pt 0 2pt}#board li{margin:1.5pt 0}#board table{font-size:8pt;line-height:1.2;margin:3pt 0 0}#board th,#board td{padding:.5pt 5pt}}`;

/** A text in a style sheet: everything but letters and digits by its number, so that nothing in it can end the string. */
const cssString = (text: string): string =>
  `"${text.replace(/[^a-z0-9 ]/giu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;

import { xml } from "../xml.ts";
import { type CompareFormat, sheetOf } from "./compared.ts";

export const style = `body{font:14px/1.5 Arial,Arimo,"Liberation Sans",Helvetica,sans-serif;color:#16191f;background:#fff;margin:24px auto;max-width:760px}
h1{font-size:22px;margin:0}h2{font-size:16px;margin:20px 0 4px;break-after:avoid}p{margin:4px 0;color:#525a66}
ul{margin:0;padding-left:20px}li{margin:3px 0;break-inside:avoid;overflow-wrap:break-word}
@page{margin:16mm}@media print{body{margin:0;max-width:none;font-size:11px}}`;
/** Of the style above; a test holds it against it. Nothing else may style the page, and nothing at all may run in it. */
export const styleHash = "TtXG/fJiW4K+7Vr+k7Smw1cpIHuz7F4aXR2cNy28jNU=";

/** One page without scripts, which prints on any paper. */
export const html: CompareFormat = {
  says: "a page to show or to print",
  write(compared) {
    const { title, subtitle, sections } = sheetOf(compared);
    const all = sections.map(
      ({ heading, items }) =>
        `<h2>${heading}</h2>\n<ul>\n${items.map((item) => `<li>${xml(item)}</li>`).join("\n")}\n</ul>`,
    );
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xml(title)}: before and after</title>
<style>${style}</style>
</head>
<body>
<h1>${xml(title)}</h1>
<p>${xml(subtitle)}</p>
${all.join("\n")}
</body>
</html>
`;
  },
};

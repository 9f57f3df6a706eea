// The frame of a page of the documentation: static HTML with one style sheet and no script, so that it
// works from a server, offline, and from disk.

/** Text as HTML. */
export const escaped = (text) =>
  `${text}`.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

/** Names in backticks as code, all else as text. */
export const withCode = (text) => escaped(text).replace(/`([^`]+)`/g, "<code>$1</code>");

export const code = (text) => `<code>${escaped(text)}</code>`;

/** Code that can be scrolled by keyboard, too. */
export const block = (text, name) =>
  `<pre tabindex="0" role="region" aria-label="${escaped(name)}"><code>${escaped(text)}</code></pre>`;

/** A table with a head; cells are HTML, the first of each row names it. */
export function table(name, head, rows) {
  const cells = ([first, ...rest]) =>
    `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const heads = head.map((text) => `<th scope="col">${escaped(text)}</th>`).join("");
  return `<div class="wide" tabindex="0" role="region" aria-label="${escaped(name)}">
<table><thead><tr>${heads}</tr></thead>
<tbody>
${rows.map(cells).join("\n")}
</tbody></table></div>`;
}

export const list = (items) => `<ul>\n${items.map((item) => `<li>${item}</li>`).join("\n")}\n</ul>`;

/**
 * @param path the page's own, in the folder of the documentation: links are relative to it
 * @param links what leads on, as `[path, text, language]`
 * @param body HTML, with the only `h1`
 */
export function page({ path, tag, title, links, body }) {
  const up = "../".repeat(path.split("/").length - 1);
  const link = ([to, text, lang]) => {
    const language = lang ? ` lang="${lang}" hreflang="${lang}"` : "";
    return `<a href="${up}${to}"${language}>${escaped(text)}</a>`;
  };
  return `<!doctype html>
<html lang="${tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<title>${escaped(title)} – cpor-preflight</title>
<link rel="icon" href="${up}favicon.svg">
<link rel="stylesheet" href="${up}docs.css">
</head>
<body>
<header><nav>${links.map(link).join("\n")}</nav></header>
<main>
${body}
</main>
</body>
</html>
`;
}

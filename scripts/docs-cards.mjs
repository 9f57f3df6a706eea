// A card for every code in every language: when it applies, how certain it is, where it comes from, and
// claims that raise it, with the code that shows it. Claims are the corpus's, words are the library's.
import { block, code, escaped, list, page, table } from "./docs-page.mjs";

/** `[{ tag, words, catalogue }]`: English first. */
export function cardPages(library, cases, languages) {
  const shared = { library, examples: examplesOf(cases), languages };
  return Object.assign({}, ...languages.map((language) => inLanguage({ ...shared, language })));
}

const pathOf = (tag, name) => `${tag}/codes/${name}.html`;

/** For each code and edition, the smallest claim that raises it and names the edition. */
function examplesOf(cases) {
  const examples = new Map();
  const size = ({ claim, evidence }) => JSON.stringify([claim, evidence]).length;
  for (const one of cases) {
    const { ruleset, findings } = one.expect;
    if (one.options.ruleset !== ruleset) continue;
    for (const name of new Set(findings.map((finding) => finding.code))) {
      const key = `${ruleset} ${name}`;
      const other = examples.get(key);
      if (!other || size(one) < size(other)) examples.set(key, one);
    }
  }
  return examples;
}

function inLanguage(context) {
  const { library, language, languages } = context;
  const { tag, words } = language;
  const editions = library.rulesets({ locale: tag }).map(({ id }) => ({
    ...library.describe({ ruleset: id, locale: tag }),
    id,
  }));
  const known = { ...context, editions };
  const [{ codes, checks }] = editions;
  const others = (path) =>
    languages
      .filter((other) => other.tag !== tag)
      .map((other) => [path(other.tag), other.name, other.tag]);
  const home = ["index.html", words.home, tag === "en" ? undefined : "en"];
  const index = `${tag}/codes.html`;
  const files = {
    [index]: page({
      ...{ path: index, tag, title: words.title },
      links: [home, ...others((other) => `${other}/codes.html`)],
      body: indexOf(known, codes, checks),
    }),
  };
  for (const one of codes) {
    const path = pathOf(tag, one.code);
    files[path] = page({
      ...{ path, tag, title: words.codes[one.code] },
      links: [home, [index, words.all], ...others((other) => pathOf(other, one.code))],
      body: cardOf(known, one.code),
    });
  }
  return files;
}

/** Every code by its check, with when it applies: a browser's search finds what is looked for. */
function indexOf({ language: { words } }, codes, checks) {
  const groups = [...checks, { id: undefined, label: words.unchecked }];
  const item = (one) =>
    `<a href="codes/${one.code}.html">${code(one.code)}</a> ${escaped(words.codes[one.code])}`;
  const sections = groups
    .map(({ id, label }) => [label, codes.filter((one) => (one.check || undefined) === id)])
    .filter(([, its]) => its.length > 0)
    .map(([label, its]) => `<h2>${escaped(label)}</h2>\n${list(its.map(item))}`);
  return `<h1>${escaped(words.title)}</h1>
<p>${escaped(words.intro)}</p>
${sections.join("\n")}`;
}

function cardOf({ library, language, editions, examples }, name) {
  const { tag, words } = language;
  const of = (edition) => edition.codes.find((one) => one.code === name);
  const { fields, checks } = editions[0];
  const { kind, check, fields: its, params } = of(editions[0]);
  const named = its.map((name) => {
    const { shortLabel } = fields.find((field) => field.name === name);
    return `${escaped(shortLabel)} (${code(name)})`;
  });
  const facts = [
    ...(check ? [[words.check, escaped(checks.find(({ id }) => id === check).label)]] : []),
    [words.place, escaped(words.places[kind])],
    [words.fields, named.join(", ") || escaped(words.noFields)],
  ];
  const raised = editions.filter(({ id }) => examples.has(`${id} ${name}`));
  const parts = [
    `<h1>${escaped(words.codes[name])}</h1>\n<p>${code(name)}</p>`,
    `<h2>${words.facts}</h2>\n<dl>${facts.map(([term, text]) => `<dt>${escaped(term)}</dt><dd>${text}</dd>`).join("\n")}</dl>`,
    `<h2>${words.editions}</h2>`,
    table(
      words.editions,
      [words.edition, words.weight, words.certainty, words.source],
      editions.map((edition) => ruled(words, edition, of(edition), raised.includes(edition))),
    ),
    params.length ? paramsOf(words, params) : "",
    `<h2>${words.examples}</h2>`,
    ...raised.map(({ id, ruleset }) => {
      const title = words.example.replace("{edition}", ruleset.title);
      const one = examples.get(`${id} ${name}`);
      return `<h3>${escaped(title)}</h3>\n${exampleOf(library, words, tag, name, title, one)}`;
    }),
    `<p class="quiet">${escaped(words.noPromise)}</p>`,
  ];
  return parts.filter(Boolean).join("\n");
}

function ruled(words, { id, ruleset, labels }, one, isRaised) {
  const title = `${escaped(ruleset.title)} (${code(id)})`;
  if (!isRaised) return [title, escaped(words.never), "", ""];
  const { severity, except, authority, section, url, sources = [] } = one;
  const weights = [escaped(labels.severities[severity])];
  if (except) {
    const value = code(`${except.param} = ${except.value}`);
    weights.push(`${escaped(labels.severities[except.severity])} (${value})`);
  }
  const places = [{ section, url: url ?? ruleset.url }, ...sources].map(
    (place) =>
      `<a href="${escaped(place.url)}" rel="external" lang="en">${escaped(place.section)}</a>`,
  );
  return [title, weights.join("<br>"), escaped(words.authorities[authority]), places.join("<br>")];
}

function paramsOf(words, params) {
  const rows = params.map(([name, values]) => [
    code(name),
    values.map((value) => code(value || '""')).join(", ") || escaped(words.anyText),
  ]);
  const head = [words.parameter, words.values];
  return `<h2>${escaped(words.parameters)}</h2>\n${table(words.parameters, head, rows)}`;
}

function exampleOf(library, words, tag, name, title, { claim, evidence, options }) {
  const { findings } = library.checkClaim(claim, evidence, { ...options, locale: tag });
  const { what, why, next } = findings.find((finding) => finding.code === name);
  const said = [
    [words.what, what],
    [words.why, why],
    [words.next, next],
  ].map(([term, text]) => `<dt>${escaped(term)}</dt><dd>${escaped(text)}</dd>`);
  const source = `import { checkClaim, init } from "cpor-preflight";

await init();
const claim = ${literal(claim)};
const evidence = ${literal(evidence)};
const options = ${JSON.stringify({ ...options, locale: tag })};
const { findings } = checkClaim(claim, evidence, options);
const { what } = findings.find(({ code }) => code === ${JSON.stringify(name)});
what; // => ${JSON.stringify(what)}
`;
  return `<dl>${said.join("\n")}</dl>\n${block(source, title)}`;
}

const literal = (value) => JSON.stringify(value, null, 2);

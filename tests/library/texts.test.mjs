// How the library speaks: spelling, length, one term for one thing. Each rule is a function that says what
// is wrong with a text; it has to find the bad examples beside it, or it would be blind. What to say instead
// stands in www/text/README.md.

import { readdirSync, readFileSync } from "node:fs";

import { checkClaim, describe, init, LOCALES, rulesets } from "cpor-preflight";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { NOTES } from "../../www/generated/notes.js";
import { CLAIM, drawn, Random, TODAY } from "../oracle/cases.mjs";
import { survey } from "./survey.mjs";

const { Words } = await imported(inRoot("www", "lib", "text.ts"));
const { merged, wordsUnder } = await imported(inRoot("www", "lib", "words.ts"));

await init();
const RULESETS = rulesets();
const { lists } = describe();

const ROOT = new URL("../../", import.meta.url);
const load = async (tag, file) =>
  (await import(new URL(`www/text/${tag}/${file}.js`, ROOT))).default;

/** What the library says, by language: each text by where it stands. */
const SAID = await eachLanguage(
  async (tag) => new Map([...(await textsOf(tag, ["claim", "rest"])), ...texts(NOTES[tag])]),
);
/** The same with the words of the pages. */
const ALL = await eachLanguage(
  async (tag) => new Map([...SAID[tag], ...(await textsOf(tag, ["many", "form"]))]),
);
/** The same with the words of the cards. */
const WITH_CARDS = await eachLanguage(
  async (tag) => new Map([...ALL[tag], ...texts({ cards: await load(tag, "docs") })]),
);
const CATALOGUES = await eachLanguage(async (tag) =>
  merged(await load(tag, "claim"), await load(tag, "rest")),
);

const BRITISH =
  list(`analys(e|ed|ing) artefacts? behaviour cancell(ed|ing) catalogues? centres? cheques? colou?rs?(?<=our|ours)
  customis\\w+ defence e-mails? enrol enrols enrolments? favou?r\\w*(?<=our\\w*) finalis\\w+ fulfil fulfils grey initialis\\w+
  judgement labelled licen[c]es? look-ups? minimis\\w+ neighbour\\w* normalis\\w+ organis\\w+ practise\\w* programmes?
  recognis\\w+ summaris\\w+ travell\\w+ utilis\\w+ authoris\\w+ apologis\\w+ advisers? whilst amongst learnt afterwards towards`);

/** Words for something that has another name here: what it is called, and a text that is wrong. */
const SYNONYMS = {
  en: {
    "(sales|buying|purchasing) channel": ["purchase channel", "The sales channel."],
    "purchasing(?! department)": ["purchasing department", "Ask purchasing how."],
    "(execution proof|proof of performance|PoE)(?!\\))": ["proof of execution", "Upload the PoE."],
    "(claim|claiming) (flow|process|page)": ["claim form", "In the claim flow."],
    "regist(er|ered|ration)": ["enrolled", "The ID is registered."],
    "(branch|site|subsidiary)": ["location", "The ID of the branch."],
    "MPN(?! ID)": ["MPN ID", "Which MPN to choose."],
    "global administrators?": ["global admin", "Ask your global administrator."],
    "customer’s admin(?! center)": ["customer’s administrator", "Ask the customer’s admin."],
    "(Microsoft|CPOR|partner) support": ["Partner Center support", "Ask Microsoft support."],
    "grace(?! period)": ["in its grace period", "The subscription is in grace."],
    "(working|work) days?": ["business days", "Within 5 working days."],
    "(holds?|held) (a|the|an) claim": ["has claimed it", "Another partner holds a claim."],
    "(heading|title) row": ["header", "The heading row."],
    "(appeals?|objections?)": ["dispute", "After the appeal."],
    "(mediation|adjudication)": ["arbitration", "It goes to mediation."],
    "seeks?": ["want", "If you seek incentives."],
  },
  de: {
    "(Kaufweg|Vertriebskan|Einkaufsweg|Vertriebsweg|Kaufkan)\\p{L}*": [
      "Bezugsweg",
      "Die Vertriebskanäle.",
    ],
    "Volumenlizenz(en|ierung)?": ["Volumenlizenzvertrag", "Über Volumenlizenz."],
    "Volume Licensing(?!\\))": ["Volumenlizenzvertrag", "Über Volume Licensing."],
    "Artikelnummern?": ["Teilenummer", "Name oder Artikelnummer."],
    "Pakete?n?": ["Suite", "Ein Paket wie E5."],
    "Firm(a|en)\\p{L}*": ["Unternehmen", "Ihre Firma."],
    "besondere\\p{L}* Art": ["Partnertyp", "Die ID hat eine besondere Art."],
    "Ausführungsnachweis fertig": ["liegt vor", "Ist der Ausführungsnachweis fertig?"],
    "(Kulanz|Nachfrist|Karenz)\\p{L}*": ["Toleranzperiode", "Im Kulanzzeitraum."],
    "auf (dem|einem|den) Mandanten": ["im Mandanten", "Es liegt auf einem Mandanten."],
    "(ein|einem|einen) Workload": ["die Workload", "Ein Workload."],
    "Administrator(s|en)? des Kunden": [
      "Administration des Kunden",
      "Der Administrator des Kunden.",
    ],
    "globale[nr]? Administration": ["globaler Administrator", "Ihre globale Administration."],
    "Werktage?n?": ["Arbeitstage", "5 Werktage."],
    "berichtig\\p{L}*": ["korrigieren", "Berichtigen Sie es."],
    "Subdomäne\\p{L}*": ["Unterdomäne", "Eine Subdomäne."],
    "(Anspruchsformular|Claimformular|Maske)": ["Formular", "Im Anspruchsformular."],
    schon: ["bereits", "Es ist schon beansprucht."],
    "(Vermittlung|Schiedsverfahren)": ["Schlichtung", "Er geht in die Vermittlung."],
    "(Einspruch|Beschwerde)": ["Widerspruch", "Nach dem Einspruch."],
    "Mail\\p{L}*": ["E-Mail", "Eine Mailadresse."],
    "(Leistungs|Arbeits|Durchführungs)nachweis\\p{L}*": [
      "Ausführungsnachweis",
      "Der Leistungsnachweis.",
    ],
    "Partner Center Support": ["Partner Center-Support", "Fragen Sie den Partner Center Support."],
    "Anreize?n?": ["Incentives", "Die Anreize."],
  },
};

/** English words for which Microsoft’s German has its own. */
const ANGLICISMS =
  list(`Claims? Tenants? Subscriptions? Account(?!s) checken User canceln editieren updaten
  downloaden uploaden Upload Review Issues? Customer Error Feedback Lookup Look-up Directory Dispute
  File Files Input Default Settings provisionier\\p{L}* supporten`);
const CONTRACTED = list(`cannot (is|are|was|were|do|does|did|has|have|had|could|would|should)\\snot
  (?<!(that|as)\\s)it\\sis`);

/** Each finds what is wrong with a text of a language; `where` is the text’s place. */
const RULES = {
  "American spelling": {
    of: ALL,
    find: (tag, text) => tag === "en" && match(BRITISH, text),
    bad: { en: ["The programme’s centre.", "Licence not recognised.", "Cancelled.", "By e-mail."] },
    good: { en: ["Licenses, colors, and programs in the admin center.", "Enrolled and canceled."] },
  },
  "sentences have at most 25 words": {
    of: SAID,
    find: (_, text) => sentences(text).find((sentence) => words(sentence) > 25),
    bad: { en: [`${"word ".repeat(26)}end.`], de: [`Kurz. ${"Wort ".repeat(25)}{days} Tage.`] },
    good: { en: [`W${"ord w".repeat(24)}ord. W${"ord w".repeat(24)}ord.`] },
  },
  "names of different years stand in brackets": {
    of: ALL,
    find: (_, text) =>
      match(list("(today|now|currently|formerly|heute|jetzt|früher|ehemals):"), text),
    bad: { en: ["Presales, today: Build intent"], de: ["Presales, heute: Build intent"] },
    good: { en: ["Presales (since 2023: Build intent)"] },
  },
  "no sentence inserts both names": {
    of: SAID,
    find: (_, text) => /[.?]$/.test(text) && /\{\w+Names[:}]/.exec(text)?.[0],
    bad: { en: ["Enter the {partnerIdNames}."] },
    good: { en: ["{solutionAreaNames:microsoft-365}"] },
  },
  "one term for one thing": {
    of: WITH_CARDS,
    find(tag, text, where) {
      // Customers are written to in their words, not in Partner Center’s.
      if (where.startsWith("diagnosis.customer.")) return undefined;
      for (const [pattern, [term]] of Object.entries(SYNONYMS[tag] ?? {})) {
        const found = match([pattern], text);
        if (found) return `“${found}” is called ${term}`;
      }
      return undefined;
    },
    bad: each(SYNONYMS, ([, example]) => example),
    good: each(SYNONYMS, ([term]) => term),
  },
  "no exclamation marks": {
    of: ALL,
    find: (_, text) => /!/.exec(text)?.[0],
    bad: { en: ["Thank you!"], de: ["Danke!"] },
    good: { en: ["Thank you."] },
  },
  "English is contracted, as people speak": {
    of: SAID,
    find: (tag, text) => tag === "en" && match(CONTRACTED, text),
    bad: { en: ["It cannot be read.", "It does not match.", "It is not known yet."] },
    good: { en: ["It can’t be read.", "It doesn’t match.", "It’s not known yet."] },
  },
  "German has no English words where it has its own": {
    of: SAID,
    // The names of statuses and what stands in quotes are Microsoft’s.
    find: (tag, text, where) =>
      tag === "de" &&
      !/^statuses\..*\.label$/.test(where) &&
      match(ANGLICISMS, text.replace(/„[^“]*“|Usage recognition\S*|Partner action required/g, "")),
    bad: { de: ["Der Claim fehlt.", "Der Tenant.", "Bitte checken Sie.", "Die Subscription."] },
    good: { de: ["Der Anspruch.", "„Under review“ (wird überprüft).", "Der Mandant."] },
  },
  "German says Sie": {
    of: ALL,
    find: (tag, text) =>
      tag === "de" &&
      match(list("du dich dir dein\\p{L}* euch euer\\p{L}* man ihr(?=\\sbitte)"), text),
    bad: { de: ["Gib deine ID ein.", "Das sieht man nicht.", "Frag, ob du darfst."] },
    good: { de: ["Geben Sie Ihre ID ein.", "Ihre Rolle und ihre Nummer."] },
  },
  "a term within which something has to happen is no moment after it": {
    of: SAID,
    find: (tag, text) =>
      tag === "de" &&
      /(?<![Ii]nnerhalb von )(?<![\p{L}\d{])(\{\w+\}|\d+) (Arbeitst|T)agen(?!\p{L})/u.exec(
        text,
      )?.[0],
    bad: { de: ["Microsoft prüft in 5 Arbeitstagen.", "Dauer: {days} Tagen."] },
    good: { de: ["Innerhalb von 5 Arbeitstagen.", "innerhalb von {days} Tagen"] },
  },
  "quotes are those of the language, and closed": {
    of: ALL,
    find(tag, text) {
      const [opening, closing] = tag === "de" ? ["„", "“"] : ["“", "”"];
      const quotes = text.match(/["„“”]/g) ?? [];
      const due = quotes.map((_, place) => (place % 2 ? closing : opening));
      return quotes.length % 2 || `${quotes}` !== `${due}` ? quotes.join(" ") : undefined;
    },
    bad: { en: ["„so“", '"so"', "“so"], de: ["“so”", "„so", "„so”"] },
    good: { en: ["“so” and “so”"], de: ["„so“"] },
  },
};

for (const [name, { of, find, bad, good }] of Object.entries(RULES)) {
  survey(name, (fail) => {
    for (const [examples, isBad] of [
      [bad, true],
      [good, false],
    ])
      for (const [tag, some] of Object.entries(examples))
        for (const text of some)
          if (Boolean(find(tag, text, "")) !== isBad) fail(`the rule is wrong about “${text}”`);
    for (const tag of LOCALES) {
      for (const [where, text] of of[tag]) {
        const found = find(tag, text, where);
        if (found) fail(`${tag} ${where}: ${found}`);
      }
    }
  });
}

survey("names that texts insert have no comma", (fail) => {
  const hasComma = (name) => name.includes(",");
  if (!hasComma("MPN ID, today: Partner ID") || hasComma("MPN ID (since 2023: Partner ID)"))
    fail("the rule is blind");
  for (const [tag, catalogue] of Object.entries(CATALOGUES)) {
    for (const { id, days } of RULESETS) {
      const { words, both } = wordsUnder(id, catalogue, days);
      const { terms, options, kinds, facts, checks } = words;
      const labels = Object.fromEntries(
        Object.entries(words.fields).map(([field, { label }]) => [field, label]),
      );
      for (const [where, name] of texts({ both, terms, options, kinds, facts, checks, labels }))
        if (hasComma(name)) fail(`${tag} ${id} ${where}: ${name}`);
    }
  }
});

survey("no text has a value as the core calls it", (fail) => {
  const slugs = new Set(
    Object.values(lists)
      .flat()
      .filter((value) => /^[a-z]+(-[a-z]+)+$/.test(value)),
  );
  if (slugOf(slugs, "A subscription in-grace.") !== "in-grace") fail("the rule is blind");
  for (const tag of LOCALES) {
    for (const [where, text] of SAID[tag]) {
      const found = slugOf(slugs, text.replace(/\{[^}]*\}/g, ""));
      if (found) fail(`${tag} ${where}: ${found}`);
    }
  }
});

// Until text.js fills findings in with the rule set’s own names.
survey("no finding says both names of something", (fail) => {
  const both = /\((since|until|seit|bis) \d{4}:/;
  for (const [tag, catalogue] of Object.entries(CATALOGUES)) {
    for (const ruleset of RULESETS) {
      const words = new Words(catalogue, ruleset);
      for (const activity of lists.Activity) {
        for (const solutionArea of lists.SolutionArea) {
          const finding = words.finding("activity-not-in-area", { activity, solutionArea });
          for (const text of Object.values(finding))
            if (both.test(text)) fail(`${tag} ${ruleset.id}: ${text}`);
        }
      }
    }
  }
});

survey("no report names a product by its family’s key", (fail) => {
  const csv = readFileSync(new URL("src/facts/skus.csv", ROOT), "utf8");
  const rows = [...csv.matchAll(/,([a-z/-]+),(?:true|false)$/gm)];
  const families = new Set(rows.map(([, family]) => family));
  const slugs = new Set([...families].filter((key) => /[-/]/.test(key)));
  if (slugs.size < 5) fail("the rule is blind");
  const named = new Set();
  const random = new Random(20261129);
  const products = list("Customer_Service Project_Operations Field_Service Supply_Chain");
  for (let drawings = 0; drawings < 400; drawings += 1) {
    const { claim, evidence } = drawn(random);
    const product = random.of(products).replace("_", " ");
    const report = checkClaim({ ...CLAIM, ...claim, product }, evidence, { today: TODAY });
    for (const { code, params, what, why, next } of report.findings) {
      const found = slugOf(slugs, [what, why, next].join(" "));
      if (found) fail(`${code}: ${what}`);
      for (const name of ["product", "subscriptionProduct"]) {
        if (params[name]) named.add(`${code} ${name}`);
        if (families.has(params[name])) fail(`${code} ${name}: ${params[name]}`);
      }
    }
  }
  if (named.size < 3) fail(`too few findings name a product: ${[...named]}`);
});

survey("somebody asks for each text by its key", (fail) => {
  const sources = ["www/lib/", "www/page/", "www/element/"]
    .flatMap((folder) => scripts(new URL(folder, ROOT)))
    .join("\n");
  const known = new Set([
    ...Object.values(lists).flat(),
    ...RULESETS.flatMap(({ id, days, contradictions, laterFacts }) => [
      ...[id, ...Object.keys(days), ...laterFacts.map(({ fact }) => fact)],
      ...contradictions.flatMap(({ values }) => values.map(({ value }) => value)),
    ]),
  ]);
  for (const tag of LOCALES) {
    const inserted = [...SAID[tag].values()].join("\n").match(/\{\w+/g) ?? [];
    const isAsked = (key) =>
      known.has(key) ||
      inserted.includes(`{${key}`) ||
      new RegExp(`(?<![\\w-])${key}(?![\\w-])`).test(sources);
    if (isAsked("nobody-asks-for-this")) fail("the rule is blind");
    const keys = [...SAID[tag].keys()].flatMap((where) =>
      where
        .split(".")
        .filter((key) => !key.includes("="))
        .map((key) => [key, where]),
    );
    for (const [key, where] of new Map(keys)) if (!isAsked(key)) fail(`${tag} ${where}: ${key}`);
  }
});

function each(synonyms, pick) {
  return Object.fromEntries(
    Object.entries(synonyms).map(([tag, terms]) => [tag, Object.values(terms).map(pick)]),
  );
}

/** The first of the patterns that a text has as a word, whatever its case. */
function match(patterns, text) {
  const pattern = `(?<![\\p{L}\\p{N}_{:/-])(?:${patterns.join("|")})(?![\\p{L}\\p{N}_-])`;
  return new RegExp(pattern, "iu").exec(text)?.[0];
}

function slugOf(slugs, text) {
  return text.match(/(?<![\w/.-])[a-z]+([/-][a-z]+)+(?![\w-])/g)?.find((word) => slugs.has(word));
}

/** A name that is inserted counts as a word, and so does an address. */
function words(sentence) {
  return sentence
    .replace(/\{[^}]*\}/g, "name")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function sentences(text) {
  return text.split(/(?<=[.?!][”“)]?)\s+(?=[\p{Lu}„“{])/u);
}

function list(patterns) {
  return patterns.split(/\s+/);
}

async function textsOf(tag, files) {
  const found = await Promise.all(files.map(async (file) => [...texts(await load(tag, file))]));
  return found.flat();
}

/** Every text by its place; a variant’s value is marked with `=`, and what it is chosen by is no text. */
function texts(node, path = "", found = new Map()) {
  if (typeof node === "string") return found.set(path, node);
  const isChosen = typeof node.by === "string";
  for (const [key, child] of Object.entries(node)) {
    if (isChosen && key === "by") continue;
    const step = isChosen ? `=${key}` : key;
    texts(child, path ? `${path}.${step}` : step, found);
  }
  return found;
}

function scripts(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.[jt]s$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
}

async function eachLanguage(make) {
  return Object.fromEntries(await Promise.all(LOCALES.map(async (tag) => [tag, await make(tag)])));
}

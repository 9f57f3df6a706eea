// Everything that checks a file of claims: bytes in; out come the codes with their counts, the first
// thousand findings, and the file with verdict and codes in two more columns.
import Ajv from "ajv";
import Papa from "papaparse";
import { inferSchema, initParser } from "udsv";
import * as v from "valibot";
import * as yup from "yup";
import { z } from "zod";
import { COLUMNS } from "../../support/claims.mjs";
import {
  CHOICES,
  isDay,
  isOwnDomain,
  isPlainGuid,
  PATTERNS,
  rulesFor,
  verdictOf,
} from "./rules.mjs";
import { clean, skusFrom, slug } from "./texts.mjs";

const FIRST = 1000;
const FIELDS = COLUMNS.filter(([, field]) => field);

/**
 * The contenders, each with `run(bytes, { piece, limit })`: `piece` is how many bytes come at once,
 * all where it is left out, `limit` how many findings are named. The answer has `rows`, `codes`,
 * `findings`, `length` of the annotated file, and `first`: when the first finding was known.
 */
export function contenders(library, skusCsv) {
  const skus = skusFrom(skusCsv);
  return [
    { name: "cpor-preflight", run: (bytes, options) => ours(library, bytes, options) },
    { name: "uDSV + by hand", run: (bytes, options) => byHand(skus, bytes, options) },
    ...Object.entries(validators(skus)).map(([name, failing]) => ({
      name: `Papa Parse + ${name}`,
      run: (bytes, options) => validated(skus, failing, bytes, options),
    })),
  ];
}

function ours(library, bytes, { piece = 1 << 20, limit = FIRST } = {}) {
  let length = 0;
  let first;
  const csv = [];
  const onCsv = (part) => {
    csv.push(part);
    length += part.length;
  };
  const batch = library.openBatch({}, { ruleset: "2020-06", today: "2026-11-22", limit, onCsv });
  for (let at = 0; at < bytes.length; at += piece) {
    batch.push(bytes.subarray(at, at + piece));
    if (first === undefined && batch.sums().findings.length > 0) first = performance.now();
  }
  const { rows, codes, findings } = batch.end();
  return { rows, codes, findings, length, first };
}

/** Row arrays: the only way of uDSV that a page with a strict policy may go. */
function byHand(skus, bytes, { piece, limit = FIRST } = {}) {
  const output = new Output(limit);
  const rules = rulesFor(skus);
  const at = {};
  const check = (cells) => {
    output.begin();
    rules.row(claimOf(cells, at), output.add);
    output.end(cells);
  };
  const begin = (text) => {
    const schema = inferSchema(text);
    const names = schema.cols.map(({ name }) => name);
    for (const [name, field] of FIELDS) at[field] = names.indexOf(name);
    output.header(names);
    return initParser(schema);
  };
  if (!piece) {
    const text = new TextDecoder().decode(bytes);
    const parser = begin(text);
    for (const cells of parser.stringArrs(text)) check(cells);
    return output.answer();
  }
  const decoder = new TextDecoder();
  let parser;
  for (let from = 0; from < bytes.length; from += piece) {
    const text = decoder.decode(bytes.subarray(from, from + piece), { stream: true });
    parser ??= begin(text);
    parser.chunk(text, parser.stringArrs, check);
  }
  parser.end();
  return output.answer();
}

function claimOf(cells, at) {
  return {
    userRole: slug(clean(cells[at.userRole])),
    customerTenantId: clean(cells[at.customerTenantId]),
    customerDomain: clean(cells[at.customerDomain]),
    solutionArea: slug(clean(cells[at.solutionArea])),
    activity: slug(clean(cells[at.activity])),
    purchaseChannel: slug(clean(cells[at.purchaseChannel])),
    product: clean(cells[at.product]),
    subscriptionId: clean(cells[at.subscriptionId]),
    partnerId: clean(cells[at.partnerId]),
    competingPartner: slug(clean(cells[at.competingPartner])),
    proofOfExecution: slug(clean(cells[at.proofOfExecution])),
    submittedOn: clean(cells[at.submittedOn]),
  };
}

const COLUMN_OF = Object.fromEntries(FIELDS.map(([name, field]) => [field, name]));

/**
 * A validator looks at each field of the claim's object and answers which fail; what exactly is wrong
 * with these, and what only several fields show, is written by hand, as it has to be.
 */
function validated(skus, failing, bytes, { piece, limit = FIRST } = {}) {
  const output = new Output(limit);
  const rules = rulesFor(skus);
  const check = ({ data }) => {
    for (const row of data) {
      if (output.rows === 0) output.header(Object.keys(row));
      output.begin();
      const claim = claimOf(row, COLUMN_OF);
      const failed = failing(claim);
      if (claim.subscriptionId && claim.subscriptionId === claim.customerTenantId)
        failed.push("subscriptionId");
      const isRead = { tenant: true, domain: true, subscription: claim.subscriptionId !== "" };
      for (const field of new Set(failed)) explain(rules, claim, field, isRead, output.add);
      rules.across(claim, isRead, output.add);
      output.end(Object.values(row));
    }
  };
  const text = new TextDecoder().decode(bytes);
  const config = { header: true, skipEmptyLines: true };
  if (piece) Papa.parse(text, { ...config, chunk: check, chunkSize: piece });
  else check(Papa.parse(text, config));
  return output.answer();
}

function explain(rules, claim, field, isRead, add) {
  const codes = rules.field(field, claim[field], claim);
  for (const code of codes) add(code, field);
  const [code = ""] = codes;
  if (field === "customerTenantId") isRead.tenant = rules.isReadTenant(code, claim[field]);
  if (field === "customerDomain") isRead.domain = code === "" || code === "domain-is-mail-provider";
  if (field === "subscriptionId" && code !== "") isRead.subscription = false;
}

/** What all of these write is the same. */
class Output {
  rows = 0;
  #limit;
  #counts = new Map();
  #findings = [];
  #codes = [];
  #lines = [];
  #length = 0;
  #first;

  constructor(limit) {
    this.#limit = limit;
  }

  header(names) {
    this.#line([...names, "verdict", "codes"]);
  }

  begin() {
    this.rows += 1;
    this.#codes.length = 0;
  }

  add = (code, field) => {
    this.#first ??= performance.now();
    if (this.#findings.length < this.#limit) this.#findings.push({ row: this.rows, code, field });
    if (!this.#codes.includes(code)) {
      this.#codes.push(code);
      this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
    }
  };

  end(cells) {
    this.#line([...cells, verdictOf(this.#codes), this.#codes.join(" ")]);
  }

  #line(cells) {
    const line = `${cells.map((cell) => (QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
    this.#lines.push(line);
    this.#length += line.length;
  }

  answer() {
    const text = this.#lines.join("");
    return {
      ...{ rows: this.rows, codes: Object.fromEntries(this.#counts), findings: this.#findings },
      ...{ length: text.length, text, first: this.#first },
    };
  }
}

const QUOTED = /[",\r\n]/;

/** For each library a function that names the fields in which a claim fails. */
function validators(skus) {
  const guidOrNone = new RegExp(`^$|${PATTERNS.guid.source}`);
  const isPlain = (text) => isPlainGuid(text, skus);
  const isDayOrNone = (text) => text === "" || isDay(text);
  const choices = (field) => [...CHOICES[field]];
  const orNone = (field) => [...choices(field), ""];
  return {
    zod: withZod({ guidOrNone, isPlain, isDayOrNone, choices, orNone }),
    ajv: withAjv({ guidOrNone, isPlain, isDayOrNone, choices, orNone }),
    valibot: withValibot({ guidOrNone, isPlain, isDayOrNone, choices, orNone }),
    yup: withYup({ guidOrNone, isPlain, isDayOrNone, choices, orNone }),
  };
}

function withZod({ guidOrNone, isPlain, isDayOrNone, choices, orNone }) {
  const schema = z.object({
    userRole: z.enum(choices("userRole")),
    customerTenantId: z.string().regex(PATTERNS.guid).refine(isPlain),
    customerDomain: z.string().regex(PATTERNS.domain).refine(isOwnDomain),
    solutionArea: z.enum(choices("solutionArea")),
    activity: z.enum(choices("activity")),
    purchaseChannel: z.enum(orNone("purchaseChannel")),
    product: z.string(),
    subscriptionId: z.string().regex(guidOrNone).refine(isPlain),
    partnerId: z.string().regex(PATTERNS.partnerId),
    competingPartner: z.enum(orNone("competingPartner")),
    proofOfExecution: z.enum(orNone("proofOfExecution")),
    submittedOn: z.string().refine(isDayOrNone),
  });
  return (claim) => {
    const { success, error } = schema.safeParse(claim);
    return success ? [] : error.issues.map(({ path }) => path[0]);
  };
}

function withAjv({ guidOrNone, isPlain, isDayOrNone, choices, orNone }) {
  const ajv = new Ajv({ allErrors: true });
  const formats = { plain: isPlain, own: isOwnDomain, day: isDayOrNone };
  for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, { validate });
  const text = (more) => ({ type: "string", ...more });
  const properties = {
    userRole: { enum: choices("userRole") },
    customerTenantId: text({ pattern: PATTERNS.guid.source, format: "plain" }),
    customerDomain: text({ pattern: PATTERNS.domain.source, format: "own" }),
    solutionArea: { enum: choices("solutionArea") },
    activity: { enum: choices("activity") },
    purchaseChannel: { enum: orNone("purchaseChannel") },
    product: text(),
    subscriptionId: text({ pattern: guidOrNone.source, format: "plain" }),
    partnerId: text({ pattern: PATTERNS.partnerId.source }),
    competingPartner: { enum: orNone("competingPartner") },
    proofOfExecution: { enum: orNone("proofOfExecution") },
    submittedOn: text({ format: "day" }),
  };
  const validate = ajv.compile({ type: "object", properties, required: Object.keys(properties) });
  return (claim) =>
    validate(claim) ? [] : validate.errors.map(({ instancePath }) => instancePath.slice(1));
}

function withValibot({ guidOrNone, isPlain, isDayOrNone, choices, orNone }) {
  const text = (...actions) => v.pipe(v.string(), ...actions);
  const schema = v.object({
    userRole: v.picklist(choices("userRole")),
    customerTenantId: text(v.regex(PATTERNS.guid), v.check(isPlain)),
    customerDomain: text(v.regex(PATTERNS.domain), v.check(isOwnDomain)),
    solutionArea: v.picklist(choices("solutionArea")),
    activity: v.picklist(choices("activity")),
    purchaseChannel: v.picklist(orNone("purchaseChannel")),
    product: v.string(),
    subscriptionId: text(v.regex(guidOrNone), v.check(isPlain)),
    partnerId: text(v.regex(PATTERNS.partnerId)),
    competingPartner: v.picklist(orNone("competingPartner")),
    proofOfExecution: v.picklist(orNone("proofOfExecution")),
    submittedOn: text(v.check(isDayOrNone)),
  });
  return (claim) => {
    const { success, issues } = v.safeParse(schema, claim);
    return success ? [] : issues.map(({ path }) => path[0].key);
  };
}

function withYup({ guidOrNone, isPlain, isDayOrNone, choices, orNone }) {
  const text = () => yup.string().defined();
  const schema = yup.object({
    userRole: text().oneOf(choices("userRole")),
    customerTenantId: text().matches(PATTERNS.guid).test(isPlain),
    customerDomain: text().matches(PATTERNS.domain).test(isOwnDomain),
    solutionArea: text().oneOf(choices("solutionArea")),
    activity: text().oneOf(choices("activity")),
    purchaseChannel: text().oneOf(orNone("purchaseChannel")),
    product: text(),
    subscriptionId: text().matches(guidOrNone).test(isPlain),
    partnerId: text().matches(PATTERNS.partnerId),
    competingPartner: text().oneOf(orNone("competingPartner")),
    proofOfExecution: text().oneOf(orNone("proofOfExecution")),
    submittedOn: text().test(isDayOrNone),
  });
  const options = { abortEarly: false, strict: true };
  return (claim) => {
    try {
      schema.validateSync(claim, options);
      return [];
    } catch ({ inner }) {
      return inner.map(({ path }) => path);
    }
  };
}

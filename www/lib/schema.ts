// The check as a schema: for form libraries and servers that take Standard Schema, and for tools that
// read Standard JSON Schema.

import { checkClaim, init } from "cpor-preflight";
import { CLAIM_SCHEMA } from "../generated/claim-schema.js";
import type { Field } from "../generated/lists.js";
import { FIELDS } from "../generated/names.js";
import type { Entry } from "./entry.js";
import { LANGUAGE_TAG, type Names, warnOfOptions } from "./misspelled.js";
import type {
  CheckOptions,
  Claim,
  Finding,
  HeldEvidence,
  Maybe,
  Part,
  PartialEvidence,
} from "./types.js";
import { warn } from "./warn.js";

export interface SchemaOptions<Name extends Field = Field> extends CheckOptions {
  /** The fields that the form has, where it has not all: only findings about these are issues. */
  fields?: readonly Name[] | undefined;
  /** Exports about the customer, as `readEvidence` or `holdEvidence` return them. */
  evidence?: Maybe<PartialEvidence | HeldEvidence>;
  /** The entry to check with; `cpor-preflight` by default. `slim` has to be initialised before. */
  library?: Entry | undefined;
}

/** A schema as https://standardschema.dev describes it, with JSON Schema. `Values` are those of the form. */
export interface ClaimSchema<Values = Claim> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "cpor-preflight";
    readonly types?: { readonly input: Values; readonly output: Values } | undefined;
    /** Once the library is loaded, the answer is no promise. */
    readonly validate: (value: unknown) => SchemaResult<Values> | Promise<SchemaResult<Values>>;
    readonly jsonSchema: {
      readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
      readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
    };
  };
}

export interface JsonSchemaOptions {
  /** `draft-2020-12` or `draft-07`; every other one throws. */
  readonly target: string;
}

/** What was given, with what was read from each field in its place; or why it can't be filed. */
export type SchemaResult<Values> =
  | { readonly value: Values; readonly issues?: undefined }
  | { readonly issues: readonly ClaimIssue[] };

/** A finding. Its message is `what`, its path the first of its fields that the schema has. */
export type ClaimIssue = Finding & {
  readonly message: string;
  readonly path?: readonly [Field] | undefined;
};

const OPTIONS: Names<SchemaOptions> = {
  ...{
    fields: FIELDS,
    evidence: null,
    library: null,
    locale: LANGUAGE_TAG,
    ruleset: null,
    today: null,
  },
};

/** The values of a form that has all these fields. */
type ValuesOf<Name extends Field> = { [Each in Name]: string };

/** What a form may have in a claim's fields, beside others. */
type ClaimValues = { [Name in Field]?: Maybe<string> };

/**
 * The check as a schema. Issues are the findings that block the claim, and values that are no text. A form
 * with other types says them: `claimSchema<Values>()`.
 *
 * Synchronous once `init` has resolved; before that, it loads what it needs, and answers with a promise.
 *
 * @example
 * const schema = claimSchema({ fields: ["customerTenantId", "partnerId"], locale: "en" });
 * const result = await schema["~standard"].validate({ customerTenantId: "contoso.com", partnerId: "5357564" });
 * result.issues?.map(({ path, code }) => `${path}: ${code}`); // ["customerTenantId: tenant-id-wrong-kind"]
 * const { properties } = schema["~standard"].jsonSchema.input({ target: "draft-07" });
 * Object.keys(properties ?? {}); // ["customerTenantId", "partnerId"]
 */
export function claimSchema<const Name extends Field>(
  options: SchemaOptions<Name> & { fields: readonly Name[] },
): ClaimSchema<ValuesOf<Name>>;
export function claimSchema<Values extends ClaimValues = Claim>(
  options?: SchemaOptions,
): ClaimSchema<Values>;
export function claimSchema(options: SchemaOptions = {}): ClaimSchema<unknown> {
  warnOfOptions("claimSchema", OPTIONS, options);
  const { fields = FIELDS, evidence, library, locale, ruleset, today } = options;
  if (evidence instanceof Promise) warn("evidence of claimSchema can’t be a promise: await it.");
  const asked = { locale, ruleset, today };
  const check = (library?.checkClaim ?? checkClaim) as Entry["checkClaim"];
  return {
    "~standard": {
      version: 1,
      vendor: "cpor-preflight",
      validate: (value) => {
        let report: ReturnType<typeof check>;
        try {
          report = check(value, evidence, asked);
        } catch {
          // It throws only as long as nothing is loaded.
          return load().then(() => result(value, check(value, evidence, asked)));
        }
        return result(value, report);
      },
      jsonSchema: { input: jsonSchema, output: jsonSchema },
    },
  };

  function result(
    value: unknown,
    { findings, understood }: ReturnType<typeof check>,
  ): SchemaResult<unknown> {
    const issues = findings.filter(isIssue).map(issueOf);
    return issues.length ? { issues } : { value: { ...membersOf(value), ...understood } };
  }

  function isIssue({ severity, code, fields: named }: Finding): boolean {
    const isFault = severity === "blocks" || code === "input-malformed";
    return isFault && (!named.length || named.some((field) => fields.includes(field)));
  }

  function issueOf(finding: Finding): ClaimIssue {
    const field = finding.fields.find((named) => fields.includes(named));
    return { ...finding, message: finding.what, ...(field && { path: [field] as const }) };
  }

  function load(): Promise<void> {
    const parts: Part[] = evidence ? ["core"] : ["check", "skus"];
    const start = (library?.init ?? init) as typeof init;
    return start(undefined, { parts, ...(locale && { locales: [locale] }) });
  }

  function jsonSchema({ target }: JsonSchemaOptions): Record<string, unknown> {
    const $schema = new Map(Object.entries(DRAFTS)).get(target);
    if (!$schema) throw new Error(`cpor-preflight: no JSON Schema for ${target}`);
    const named = Object.entries(CLAIM_SCHEMA.properties).filter(
      ([name]) => options.fields === undefined || fields.includes(name as Field),
    );
    return { ...CLAIM_SCHEMA, $schema, properties: structuredClone(Object.fromEntries(named)) };
  }
}

/** What can be read of a value. */
function membersOf(value: unknown): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const name of Object.keys(value ?? {})) {
    try {
      all[name] = (value as Record<string, unknown>)[name];
    } catch {}
  }
  return all;
}

const DRAFTS = {
  "draft-2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft-07": "http://json-schema.org/draft-07/schema#",
};

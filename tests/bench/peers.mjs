// The peers: each says with its own schema which fields of a tidied claim are not well formed.
import { type } from "arktype";
import * as valibot from "valibot";
import * as yup from "yup";
import * as zod from "zod";
import { handWritten, NONE, schemaOf, shapes } from "./by-hand.mjs";

const PRODUCT_LIMIT = 1_000_000;

/** JSON schema, for ajv; compiled when the bench is bundled. */
export const jsonSchema = {
  type: "object",
  properties: schemaOf(({ choices, pattern }) =>
    choices ? { enum: choices } : { type: "string", ...(pattern ? { pattern } : {}) },
  ),
};

/** `{ name: (tidied) => names of the fields that are not well formed }` */
export function peers(ajvValidate) {
  return {
    "hand-written": handWritten(),
    "zod 4": zodPeer(),
    valibot: valibotPeer(),
    "ajv, compiled": ajvPeer(ajvValidate),
    arktype: arktypePeer(),
    yup: yupPeer(),
  };
}

export const ajvPeer = (validate) => (claim) =>
  validate(claim)
    ? NONE
    : new Set(validate.errors.map(({ instancePath }) => instancePath.slice(1)));

export function zodPeer() {
  const schema = zod.object(
    schemaOf(({ choices, pattern }) => {
      if (choices) return zod.enum(choices).optional();
      return (pattern ? zod.string().regex(new RegExp(pattern)) : zod.string()).optional();
    }),
  );
  return (claim) => {
    const { success, error } = schema.safeParse(claim);
    return success ? NONE : new Set(error.issues.map(({ path }) => path[0]));
  };
}

export function valibotPeer() {
  const schema = valibot.object(
    schemaOf(({ choices, pattern }) => {
      if (choices) return valibot.optional(valibot.picklist(choices));
      const text = valibot.string();
      const form = pattern && valibot.regex(new RegExp(pattern));
      return valibot.optional(form ? valibot.pipe(text, form) : text);
    }),
  );
  return (claim) => {
    const { success, issues } = valibot.safeParse(schema, claim);
    return success ? NONE : new Set(issues.map(({ path }) => path[0].key));
  };
}

export function arktypePeer() {
  const entries = shapes.map(([name, { choices, pattern }]) => [
    `${name}?`,
    choices ? type.enumerated(...choices) : pattern ? new RegExp(pattern) : "string",
  ]);
  const schema = type(Object.fromEntries(entries));
  return (claim) => {
    const answer = schema(claim);
    return answer instanceof type.errors ? new Set(answer.map(({ path }) => path[0])) : NONE;
  };
}

export function yupPeer() {
  const schema = yup.object(
    schemaOf(({ choices, pattern }) => {
      const text = yup.string().max(PRODUCT_LIMIT);
      return choices ? text.oneOf(choices) : pattern ? text.matches(new RegExp(pattern)) : text;
    }),
  );
  return (claim) => {
    try {
      schema.validateSync(claim, { abortEarly: false });
      return NONE;
    } catch ({ inner }) {
      return new Set(inner.map(({ path }) => path));
    }
  };
}

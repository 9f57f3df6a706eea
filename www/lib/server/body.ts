// The claim in the body of a request.

import { claimFrom } from "../controls.js";
import { joined } from "../plain.js";
import type { Claim } from "../types.js";
import { Problem } from "./problems.js";

const JSON_TYPE = "application/json";
const FORM_TYPES = ["application/x-www-form-urlencoded", "multipart/form-data"];
/** What a body may be. */
export const TYPES = [JSON_TYPE, ...FORM_TYPES].join(", ");

/**
 * The claim, as the check takes it. JSON is left as it is, but for the prefix, so that what is wrong with it
 * becomes findings; of a form, only the fields of a claim behind the prefix count.
 *
 * @throws {Problem} when there is none
 */
export async function claimIn(request: Request, limit: number, prefix: string): Promise<Claim> {
  const type = request.headers.get("content-type") ?? "";
  const [essence = ""] = type.toLowerCase().split(";");
  const name = essence.trim();
  if (name !== JSON_TYPE && !FORM_TYPES.includes(name)) {
    const accept = { "accept-post": TYPES };
    throw new Problem("type-unsupported", `The body has to be one of: ${TYPES}.`, accept);
  }
  const bytes = await bytesOf(request, limit);
  if (name === JSON_TYPE) {
    const entries = Object.entries(jsonIn(bytes));
    const bare = entries.filter(([name]) => !name.startsWith(prefix));
    return { ...Object.fromEntries(bare), ...behind(prefix, entries) };
  }
  const all = new Map<string, unknown[]>();
  for (const [field, value] of await formIn(bytes, type))
    all.set(field, [...(all.get(field) ?? []), value]);
  return claimFrom(behind(prefix, [...all]));
}

async function bytesOf({ body, bodyUsed, headers }: Request, limit: number): Promise<Uint8Array> {
  const announced = Number(headers.get("content-length"));
  const tooLarge = () => new Problem("body-too-large", `The body has more than ${limit} bytes.`);
  if (announced > limit) throw tooLarge();
  const readBefore = () =>
    new Problem(
      "check-failed",
      "Something on the server has read the body before the check could.",
    );
  if (bodyUsed || body?.locked) throw readBefore();
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch(() => {
      throw new Problem("body-malformed", "The body did not arrive.");
    });
    if (done) break;
    length += value.length;
    if (length > limit) {
      reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    pieces.push(value);
  }
  if (!length && announced) throw readBefore();
  return joined(pieces);
}

function jsonIn(bytes: Uint8Array): object {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Problem("body-malformed", "The body is no JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Problem("body-malformed", "The body is no JSON object.");
  return value;
}

async function formIn(bytes: Uint8Array, type: string): Promise<Iterable<[string, unknown]>> {
  try {
    const headers = { "content-type": type };
    return await new Response(bytes as BodyInit, { headers }).formData();
  } catch {
    throw new Problem("body-malformed", "The body is no form.");
  }
}

/** What stands behind the prefix. */
function behind(prefix: string, entries: [string, unknown][]): Record<string, unknown> {
  const ours = entries.filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(ours.map(([name, value]) => [name.slice(prefix.length), value]));
}

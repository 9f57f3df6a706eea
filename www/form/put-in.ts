// What a person puts in: texts of fields, and things that are read.

import type { Field, Meaning } from "../generated/lists.js";
import type { Anything, AnythingPart } from "../lib/types.js";
import type { Known } from "./known.js";

/** Texts of a claim's fields, as they were typed; an absent one is empty. */
export type Texts = Partial<Record<Field, string>>;
export type Source = string | File;
/** What is known of something beside its content. */
export interface About {
  name?: string;
  tenantId?: string;
  domain?: string;
  asOf?: string;
  /** What the columns of a table mean, where a person says so. */
  columns?: Readonly<Record<string, Meaning>>;
}

/** Something that was put in. */
export interface Item extends Known {
  id: number;
  source: Source;
  about: About;
  parts: AnythingPart[];
  fields: Anything["fields"];
  claims?: string;
}

/** What Partner Center says of a claim that was filed. */
export interface Filed {
  status?: string;
  /** ISO date of the day on which it got it. */
  on?: string;
  reason?: string;
}

// Whatever people hand over.

import type { CheckId, ExportKind, Field } from "../../generated/lists.js";
import type { Evidence } from "../core-types.js";
import type { Problem, ReadOptions } from "./evidence.js";
import type { Maybe } from "./input.js";

/** Something to read: a text, bytes, or a file. */
export type Readable = string | ArrayBuffer | ArrayBufferView | Blob;

/** What is known beside the input. `tenantId`, `domain`, `asOf` and `columns` are about every export in it. */
export interface AnythingOptions extends Omit<ReadOptions, "onProgress"> {
  /** Hears now and then how many bytes are read, and of how many. What it throws changes nothing. */
  onProgress?: Maybe<(done: number, total: number) => void>;
  /** Ends the reading; the promise rejects with its reason. */
  signal?: Maybe<AbortSignal>;
}

/** What was handed over, understood. */
export interface Anything {
  /** What each file, each sheet of a workbook, and each text is, in order. */
  parts: AnythingPart[];
  /** What a claim's fields can be. */
  fields: { [Name in Field]?: AnythingField };
  /** What all exports show together. */
  evidence: Evidence;
  /** A table of claims, as text for `checkBatch`. */
  claims?: string;
}

/** A file, a sheet or a text. */
export interface AnythingPart {
  /** Its file's name, and behind slashes where in it. */
  name?: string;
  /**
   * - a kind of export
   * - `claims`: a table of claims
   * - `text`: a text in which fields were looked for
   * - `partner-center-error`: the message of Partner Center’s claim form
   * - `not-evidence`: known, and of no use; a problem says why
   * - `unknown`
   */
  kind: Exclude<ExportKind, "container"> | "claims" | "text" | "partner-center-error";
  /** Of an export or a table of claims. */
  rows: number;
  problems: Problem[];
  /** The columns or members that were not read, whether they matter or not. */
  unread: string[];
  /** The columns or members that its kind should have. */
  missing: string[];
  /** ISO date of the day it is as of. */
  asOf?: string;
  /** For `not-evidence`: the kinds that would show it. */
  helps?: ExportKind[];
  /** For `partner-center-error`: the checks that it is about. */
  checks?: CheckId[];
}

/** A value for a field. */
export interface AnythingField {
  value: string;
  /** As `findFields` says it; what evidence leaves one choice of is `likely`. */
  confidence: "certain" | "likely";
  /** The part that it is from. */
  from: AnythingPart;
  /** Other values that were found. */
  others: string[];
}

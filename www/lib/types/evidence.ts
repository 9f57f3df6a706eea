// Reading, holding and looking up evidence.

import type { Cloud, ExportKind, Meaning, ProblemCode } from "../../generated/lists.js";
import type { Evidence } from "../core-types.js";
import type { Input, LocaleOption, Maybe, PartialEvidence } from "./input.js";

/* Evidence */

/** What is known about an export beside its content. */
export interface ReadOptions extends LocaleOption {
  /** Name or address of the file. */
  name?: Maybe<string>;
  /** The tenant it came from, for exports that do not carry it. */
  tenantId?: Maybe<string>;
  /** The domain that was looked up, for answers that do not carry it. */
  domain?: Maybe<string>;
  /** ISO date of the day it was made, for exports that do not carry it. */
  asOf?: Maybe<string>;
  /** What columns mean, by their names: for a table that is not known, or one whose columns were renamed. */
  columns?: Maybe<Readonly<Record<string, Meaning>>>;
  /** Hears about every megabyte how many bytes are read, and of how many. What it throws changes nothing. */
  onProgress?: Maybe<(done: number, total: number) => void>;
}

/** An export after reading. */
export interface Export {
  kind: ExportKind;
  /** What it shows. */
  evidence: Evidence;
  /** How many rows it holds, readable or not. */
  rows: number;
  problems: Problem[];
  /** ISO date of the day it is as of: its newest one, else the one that was said. */
  asOf?: string;
  /** The columns or members that were not read, whether they matter or not. */
  unread: string[];
  /** The columns or members that this kind should have. */
  missing: string[];
  /** For `not-evidence`: the kinds that would show it. */
  helps?: ExportKind[];
}

/** What could not be read of an export, or is open. */
export interface Problem {
  /** Counted from 1; absent if it is about the export as a whole. */
  row?: number;
  /** `not-text`: neither a text nor bytes of one. */
  code: ProblemCode;
  /** The columns that it is about. */
  columns?: string[];
  /** The format of a container, the permission that is missing. */
  name?: string;
  text: string;
}

export interface LookUpOptions extends LocaleOption {
  /** By default the browser's or Node's own. */
  fetch?: Maybe<typeof fetch>;
  /** Instead of the cloud's own: a host, for tests also `http://127.0.0.1:1234`. */
  host?: Maybe<string>;
  /**
   * Whose host to ask; the global one by default, which also knows tenants of the US government.
   * Whether the others let a browser read their answers (CORS) is not verified.
   */
  cloud?: Maybe<Cloud>;
  /** Ends this call; the request goes on if others wait for it, too. */
  signal?: Maybe<AbortSignal>;
  /** Milliseconds, 10,000 by default. */
  timeoutMs?: Maybe<number>;
  /** Asks again although the answer is known. */
  fresh?: Maybe<boolean>;
}

/** What became of a look-up. `evidence` and what belongs to an export are there once answered. */
export interface LookUp extends Partial<Omit<Export, "helps">> {
  /** A refusal ("no such tenant") is an answer, too. */
  status: "answered" | "failed" | "aborted";
  /** Why it failed. */
  reason?: LookUpFailure;
  /** HTTP status, for `http`. */
  httpStatus?: number;
  /** The address, which can be opened in a browser instead; absent where there is none to ask. */
  url?: string;
  /** The answer as it came: `readEvidence(answer, { name: url, asOf })` reads it again. */
  answer?: string;
  /** ISO date of the day on which it came. */
  asOf?: string;
  /** What failed, and how to go on, as a sentence; absent once answered. */
  text?: string;
}

/**
 * Why a look-up failed.
 *
 * - `offline`: no connection; `timeout`: no answer in time
 * - `blocked`: a network, a browser or a policy is in the way, or the host sends elsewhere
 * - `http`: a status other than 200 and 400
 * - `not-json`: no JSON or more than 1 MB, such as the page of a proxy
 * - `not-an-answer`: JSON that says nothing about the domain
 * - `not-a-domain`, `not-a-host`: nothing was sent
 */
export type LookUpFailure =
  | "offline"
  | "timeout"
  | "blocked"
  | "http"
  | "not-json"
  | "not-an-answer"
  | "not-a-domain"
  | "not-a-host";

/** Once released, or in another copy of the library, it counts as evidence that cannot be read. */
export interface HeldEvidence {
  /** Adds a part. */
  add<E>(part: string | Input<PartialEvidence, E>): void;
  release(): void;
  toJSON(): string;
}

// What the types of a schema are to others: the real interfaces, and the libraries' own.
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import type { Claim } from "cpor-preflight";
import { type ClaimIssue, claimSchema } from "cpor-preflight/schema";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const isSame = <A, B>(same: Same<A, B>): boolean => same;

const whole = claimSchema();
const part = claimSchema({ fields: ["partnerId", "product"], locale: "de" });
const own = claimSchema<{ partnerId: string; note: string }>({ fields: ["partnerId"] });
isSame<StandardSchemaV1.InferInput<typeof whole>, Claim>(true);
isSame<StandardSchemaV1.InferOutput<typeof part>, { partnerId: string; product: string }>(true);
isSame<StandardSchemaV1.InferInput<typeof own>, { partnerId: string; note: string }>(true);

export const standard: StandardSchemaV1<Claim>[] = [whole];
export const described: StandardJSONSchemaV1[] = [whole, part, own];
const { issues = [] } = await part["~standard"].validate({});
const [issue] = issues;
if (issue?.code === "tenant-id-malformed") issue.params.problem satisfies string;
export const problem: ClaimIssue | undefined = issue;

// @ts-expect-error: no field of a claim
claimSchema({ fields: ["tenant"] });
// @ts-expect-error: no text
claimSchema<{ partnerId: number }>();

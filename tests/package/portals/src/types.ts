// Every entry with types, as a TypeScript portal imports them.
import { checkClaim, init, type Report } from "cpor-preflight";
import { attach, claimFrom } from "cpor-preflight/attach";
import "cpor-preflight/define";
import { CporClaimForm } from "cpor-preflight/element";
import { init as initInline } from "cpor-preflight/inline";
import hashes from "cpor-preflight/integrity.json" with { type: "json" };
import { type ClaimIssue, claimSchema } from "cpor-preflight/schema";
import { handleCheck } from "cpor-preflight/server";
import skus from "cpor-preflight/skus";
import { init as initSlim } from "cpor-preflight/slim";
import en from "cpor-preflight/text/en";
import wasm from "cpor-preflight/wasm";
import { startWorker } from "cpor-preflight/worker";
import script from "cpor-preflight/worker-script";

const form = document.createElement("form");
attach(form, { fields: { partnerId: "mpn" } });
form.addEventListener("claim-checked", ({ detail }) => console.log(detail.findings.length));
const element = document.createElement("cpor-claim-form");
const isOurs: boolean = element instanceof CporClaimForm;
element.addEventListener("claim-checked", ({ detail }) => console.log(detail.verdict));
await Promise.all([init(), initInline(), initSlim(wasm, { locales: [en], skus })]);
const worker = await startWorker({ url: script });
const report: Report = await worker.checkClaim(claimFrom(new FormData(form)));
const { issues } = await claimSchema({ fields: ["partnerId"] })["~standard"].validate({});
const [issue]: readonly ClaimIssue[] = issues ?? [];
console.log(issue?.code, (await handleCheck(new Request("/claims"))).ok);
console.log(isOurs, report.verdict === checkClaim({}).verdict, Object.keys(hashes));

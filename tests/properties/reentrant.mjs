// Calls inside a call: from a getter of what it is given, or from a function that it calls. Each answers
// as a library does that nobody has asked anything in between, and so does the next plain call.
import { drawn, TODAY } from "../oracle/cases.mjs";
import { freshLibrary } from "../support/library.mjs";
import * as subject from "./subject.mjs";

/** Only ever asked plainly. */
const reference = await freshLibrary();

export const REENTRANT = {
  "a call inside another changes no answer, nor that of the next": (random) => {
    const [outer, inner, next] = [asked(random), asked(random), asked(random)];
    const heard = [];
    const answer = outer.ask(subject, random, () => {
      heard.push(inner.ask(subject));
    });
    if (!isSame(answer, outer.ask(reference))) return `${outer.name} with ${inner.name} in it`;
    if (heard.some((one) => !isSame(one, inner.ask(reference))))
      return `${inner.name} in ${outer.name}`;
    return isSame(next.ask(subject), next.ask(reference))
      ? ""
      : `${next.name} after ${inner.name} in ${outer.name}`;
  },
};

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * A call with drawn input: `ask(library)` asks plainly; `ask(library, random, hear)` so that `hear` runs
 * when some member of the input is read, or the library calls back.
 */
function asked(random) {
  const { claim, evidence, ruleset } = drawn(random);
  const other = drawn(random).evidence;
  const locale = random.of(["en", "de"]);
  const options = { ruleset, locale, today: TODAY };
  const [name, call, ...given] = random.of([
    ["checkClaim", (library, ...all) => library.checkClaim(...all), claim, evidence, options],
    ["timeline", (library, ...all) => library.timeline(...all), claim, evidence, options],
    [
      "compareEditions",
      (library, ...all) => library.compareEditions(...all),
      claim,
      evidence,
      options,
    ],
    [
      "diagnoseSubscription",
      (library, ...all) => library.diagnoseSubscription(...all),
      ...[claim, evidence, { ...options, answers: { source: "order" }, customerLocale: "de" }],
    ],
    [
      "adviseActivity",
      (library, ...all) => library.adviseActivity(...all),
      ...[{ solutionArea: claim.solutionArea, seeksPayment: "yes" }, options],
    ],
    [
      "advisePartnerId",
      (library, ...all) => library.advisePartnerId(...all),
      ...[evidence.partnerIds ?? [], { fastTrack: true }, options],
    ],
    ["mergeEvidence", (library, ...all) => library.mergeEvidence(...all), evidence, other],
    [
      "holdEvidence",
      (library, of, asked) => {
        const held = library.holdEvidence(of);
        const report = library.checkClaim(claim, held, asked);
        held.release();
        return report;
      },
      ...[evidence, options],
    ],
    [
      "classifyIdentifier",
      (library, ...all) => library.classifyIdentifier(...all),
      ...[`${claim.subscriptionId}`, evidence],
    ],
    [
      "readEvidence",
      (library, ...all) => library.readEvidence(...all),
      ...[EXPORT, { locale, today: TODAY, tenantId: claim.customerTenantId }],
    ],
    [
      "checkBatch",
      (library, ...all) => library.checkBatch(...all),
      ...[FILE(claim), evidence, options],
    ],
    ["openBatch", inPieces, FILE(claim), evidence, options],
    ["rulesets", (library, ...all) => library.rulesets(...all), { locale }],
    ["describe", (library, ...all) => library.describe(...all), options],
  ]);
  const ask = (library, chosen, hear) => {
    if (!hear) return call(library, ...given);
    const at = chosen.below(given.length);
    const heard = given.map((value, place) =>
      place === at ? hearing(value, chosen, hear) : value,
    );
    return call(library, ...heard, name === "openBatch" ? hear : undefined);
  };
  return { name, ask };
}

/** With callbacks, which call as well. */
function inPieces(library, file, evidence, options, hear) {
  const rows = [];
  const onRows = (some) => {
    hear?.();
    rows.push(...some);
  };
  const batch = library.openBatch(evidence, { ...options, onRows });
  const bytes = new TextEncoder().encode(file);
  for (let at = 0; at < bytes.length; at += 100) batch.push(bytes.subarray(at, at + 100));
  return [batch.end(), rows];
}

/** The value with one member, at any depth, whose reading is heard once. */
function hearing(value, random, hear) {
  if (value === null || typeof value !== "object") return value;
  const names = Object.keys(value);
  if (names.length === 0) return value;
  const name = random.of(names);
  const isDeep = value[name] !== null && typeof value[name] === "object" && random.oneIn(2);
  const member = isDeep ? hearing(value[name], random, hear) : value[name];
  let isHeard = false;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  if (isDeep) return Object.assign(copy, { [name]: member });
  return Object.defineProperty(copy, name, {
    ...{ enumerable: true, configurable: true },
    get() {
      if (!isHeard) {
        isHeard = true;
        hear();
      }
      return member;
    },
  });
}

const EXPORT = JSON.stringify({
  value: [
    {
      id: "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
      skuId: "1e1a282c-9c54-43a2-9310-98ef728faace",
      skuPartNumber: "DYN365_ENTERPRISE_SALES",
      status: "Enabled",
      serviceStatus: [{ provisioningStatus: "Success", servicePlanName: "D365_SALES_ENT" }],
    },
  ],
});

/** Two rows, one of a claim. */
function FILE(claim) {
  const fields = Object.keys(claim).filter((name) => typeof claim[name] === "string");
  const cells = fields.map((name) => `"${claim[name].replaceAll('"', '""')}"`);
  return `${fields.join()}\n${cells.join()}\n${cells.toReversed().join()}\n`;
}

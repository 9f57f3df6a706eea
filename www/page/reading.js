// The work on exports that takes its time with large ones: in a worker (reader.js) or, where none
// can be had, in the page. Nothing here knows which.

const MOST_PROBLEMS = 100;
const MOST_TENANTS = 100;
const MOST_ROWS = 100;
const PARTS = ["subscriptions", "associations", "partnerIds", "skus", "unresolvedDomains"];

/**
 * Reads an export. `data` is its text, bytes or Blob, `said` what the person said of it, `progress`
 * hears how many bytes of how many are done. The answer is the evidence, and a summary that stays
 * small however large the export is.
 */
export async function read(lib, { data, said }, progress) {
  await lib.loadReaders();
  const content = data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : data;
  const { evidence, ...told } = lib.readEvidence(content, { ...said, onProgress: progress });
  return { evidence, summary: summary(evidence, told) };
}

/**
 * Joins parts of evidence, each an object or a Blob with its JSON. The answer is the evidence, and a
 * view of what of it is shown: of the subscriptions those of the tenant first; and every domain of
 * which something is known.
 */
export async function join(lib, { parts, tenantId }) {
  await lib.loadEvidence();
  let evidence = {};
  for (const part of parts) {
    const one = part instanceof Blob ? JSON.parse(await part.text()) : part;
    evidence = lib.mergeEvidence(evidence, one);
  }
  const { subscriptions = [], tenants = [], unresolvedDomains = [] } = evidence;
  const { partnerIds = [], problems = [] } = evidence;
  const view = {
    subscriptions: ofTenantFirst(subscriptions, tenantId).slice(0, MOST_ROWS),
    subscriptionCount: subscriptions.length,
    domains: [
      ...tenants.flatMap(({ domains }) => domains),
      ...unresolvedDomains.map(({ domain }) => domain),
    ],
    partnerIds,
    problems: problems.slice(0, MOST_PROBLEMS),
    problemCount: problems.length,
  };
  return { evidence, view };
}

/** In their order otherwise. */
export function ofTenantFirst(subscriptions, tenantId) {
  const others = subscriptions.filter((one) => one.tenantId !== tenantId);
  if (!tenantId || others.length === subscriptions.length) return subscriptions;
  return [...subscriptions.filter((one) => one.tenantId === tenantId), ...others];
}

function summary(evidence, { kind, rows, asOf, problems }) {
  const tenants = tenantsOf(evidence);
  const counts = PARTS.map((part) => [part, evidence[part]?.length ?? 0]);
  return {
    ...{ kind, rows, asOf },
    tenants: tenants.slice(0, MOST_TENANTS),
    counts: { ...Object.fromEntries(counts), tenants: tenants.length },
    problems: problems.slice(0, MOST_PROBLEMS).map(({ text, ...problem }) => problem),
    problemCount: problems.length,
    asksForTenant: problems.some(({ code }) => code === "tenant-unknown"),
  };
}

function tenantsOf({ tenants = [], subscriptions = [], associations = [] }) {
  const ids = new Set();
  for (const rows of [tenants, subscriptions, associations]) {
    for (const { tenantId } of rows) if (tenantId) ids.add(tenantId);
  }
  return [...ids];
}

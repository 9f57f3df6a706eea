// Files of claims as partners keep them, the same on every machine: of any length, with any share of
// faulty rows. As Excel writes them: UTF-8 with its mark, lines ended by CR and LF, commas in quotes.

/** The columns, as a person would name them; the customer's name is no field of a claim. */
export const COLUMNS = [
  ["Reference", null],
  ["Customer", null],
  ["Role", "userRole"],
  ["Customer tenant ID", "customerTenantId"],
  ["Domain", "customerDomain"],
  ["Solution area", "solutionArea"],
  ["Activity", "activity"],
  ["Purchase channel", "purchaseChannel"],
  ["Product", "product"],
  ["Subscription ID", "subscriptionId"],
  ["MPN ID", "partnerId"],
  ["Competing partner", "competingPartner"],
  ["Proof of execution", "proofOfExecution"],
  ["Submitted on", "submittedOn"],
];

const AT = Object.fromEntries(COLUMNS.map(([, field], at) => [field, at]));

/**
 * Writes the file piece by piece.
 *
 * - `rows`: how many claims; `faulty`: how many of them are wrong, from 0 to 1
 * - `seed`: another one makes other claims
 */
export function* claimsFile({ rows, faulty = 0.1, seed = 2026_11_22 }) {
  const random = new Random(seed);
  const lines = [`\ufeff${COLUMNS.map(([name]) => name).join(",")}\r\n`];
  for (let row = 1; row <= rows; row += 1) {
    const cells = goodRow(row, rows, random);
    if (random.share() < faulty) random.of(FAULTS)(cells, random);
    lines.push(`${cells.map(quoted).join(",")}\r\n`);
    if (lines.length === LINES_A_PIECE) yield UTF_8.encode(lines.splice(0).join(""));
  }
  yield UTF_8.encode(lines.join(""));
}

const UTF_8 = new TextEncoder();
const LINES_A_PIECE = 4096;
/** A customer has so many claims on the average. */
const CLAIMS_A_CUSTOMER = 3;

function goodRow(row, rows, random) {
  const customer = random.below(Math.ceil(rows / CLAIMS_A_CUSTOMER));
  const isBusiness = random.share() < 0.8;
  const word = WORDS[customer % WORDS.length];
  const channel = random.of(["volume-licensing", "web-direct", "Volume Licensing"]);
  return [
    `CL-${String(row).padStart(7, "0")}`,
    `${word[0].toUpperCase()}${word.slice(1)}${ENDINGS[customer % ENDINGS.length]}`,
    random.of(["incentives-admin", "global-admin", "Billing admin"]),
    guid(new Random(customer + 1)),
    `${word}-${customer}${TOP_LEVELS[customer % TOP_LEVELS.length]}`,
    isBusiness ? "business-applications" : "microsoft-365",
    isBusiness ? random.of(["presales", "usage", "revenue-association"]) : "usage",
    isBusiness ? channel : "",
    random.of(isBusiness ? PRODUCTS : WORKLOADS),
    isBusiness ? guid(random) : "",
    random.of(PARTNER_IDS),
    random.of(["no", "no", "unknown"]),
    "ready",
    `2026-${two(1 + random.below(11))}-${two(1 + random.below(28))}`,
  ];
}

const WORDS = [
  ...["contoso", "fabrikam", "northwind", "adventure", "woodgrove", "litware", "proseware"],
  ...[
    "tailspin",
    "wingtip",
    "alpine",
    "coho",
    "lucerne",
    "margie",
    "trey",
    "vanarsdel",
    "relecloud",
  ],
  ...[
    "bellows",
    "graphic",
    "humongous",
    "nod",
    "school",
    "southridge",
    "wideworld",
    "lamna",
    "fourth",
  ],
  ...["blueyonder", "cityworks", "firstup", "munson", "müller"],
];
const ENDINGS = [" GmbH", " AG", " Ltd", " Group", " & Söhne KG", " SE", ", Inc.", " Holding"];
const TOP_LEVELS = [".com", ".de", ".onmicrosoft.com", ".at", ".co.uk"];
const PARTNER_IDS = ["5357564", "4391507", "517285", "6018342"];
const WORKLOADS = ["Teams", "Exchange Online", "SharePoint Online", "Intune"];
const PRODUCTS = [
  ...["DYN365_FINANCE", "DYN365_ENTERPRISE_SALES", "Dynamics 365 Finance", "Business Central"],
  ...["Dynamics 365 for Sales Enterprise Edition", "Dynamics 365 Customer Service"],
];

/** Each makes a good row wrong in one way, as people do. */
const FAULTS = [
  (cells) => put(cells, "userRole", "other"),
  (cells) => put(cells, "userRole", "sales manager"),
  (cells) => put(cells, "customerTenantId", ""),
  (cells) => put(cells, "customerTenantId", cells[AT.customerTenantId].slice(0, -1)),
  (cells) => put(cells, "customerTenantId", cells[AT.customerDomain]),
  (cells) => put(cells, "customerTenantId", "00000000-0000-0000-0000-000000000000"),
  (cells) => put(cells, "customerDomain", ""),
  (cells) => put(cells, "customerDomain", cells[AT.customerDomain].replace(".", "..")),
  (cells) => put(cells, "customerDomain", "gmail.com"),
  (cells) => put(cells, "customerDomain", cells[AT.customerTenantId]),
  (cells) => put(cells, "solutionArea", ""),
  (cells) => put(cells, "activity", "marketing"),
  (cells) => {
    put(cells, "solutionArea", "microsoft-365");
    put(cells, "activity", "presales");
  },
  (cells) => {
    put(cells, "solutionArea", "business-applications");
    put(cells, "purchaseChannel", "csp");
  },
  (cells) => put(cells, "subscriptionId", "CFQ7TTC0LH18:0001:CFQ7TTC0K971"),
  (cells) => put(cells, "subscriptionId", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a0x"),
  (cells) => put(cells, "subscriptionId", "1e1a282c-9c54-43a2-9310-98ef728faace"),
  (cells) => put(cells, "subscriptionId", cells[AT.customerTenantId]),
  (cells) => put(cells, "subscriptionId", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01"),
  (cells) => put(cells, "partnerId", ""),
  (cells) => put(cells, "partnerId", "53575a4"),
  (cells) => put(cells, "partnerId", "12345"),
  (cells) => put(cells, "partnerId", cells[AT.customerDomain]),
  (cells) => put(cells, "competingPartner", "yes"),
  (cells) => put(cells, "proofOfExecution", "missing"),
  (cells) => put(cells, "submittedOn", "2026-02-30"),
];

function put(cells, field, text) {
  cells[AT[field]] = text;
}

const two = (number) => String(number).padStart(2, "0");
const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Version 4, variant 1, as Microsoft's are. */
function guid(random) {
  const hex = Array.from({ length: 4 }, () => random.next().toString(16).padStart(8, "0")).join("");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...parts, `a${hex.slice(17, 20)}`, hex.slice(20)].join("-");
}

/** The same numbers on every machine: xorshift with 32 bits. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = Math.imul(seed, 0x9e3779b1) >>> 0 || 1;
    for (let n = 0; n < 4; n += 1) this.next();
  }

  next() {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state >>> 0;
    return this.#state;
  }

  share() {
    return this.next() / 2 ** 32;
  }

  below(count) {
    return Math.floor(this.share() * count);
  }

  of(list) {
    return list[this.below(list.length)];
  }
}

// What schemas check, and how a claim is tidied before they get it.

const GUID_FORM =
  "^[{(]*[0-9A-Fa-f]{8}-?[0-9A-Fa-f]{4}-?[0-9A-Fa-f]{4}-?[0-9A-Fa-f]{4}-?[0-9A-Fa-f]{12}[)}]*$";
const DOMAIN_FORM =
  "^(?:https?://|mailto:)?(?:[^@/?#]*@)?[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\\.[A-Za-z][A-Za-z0-9-]*(?::[0-9]+)?(?:[/?#].*)?$";
const PARTNER_ID_FORM = "^[0-9]{1,20}$";
const DAY_FORM = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

export const CHOICES = {
  userRole: ["global-admin", "billing-admin", "incentives-admin", "other"],
  solutionArea: ["business-applications", "microsoft-365"],
  activity: ["presales", "usage", "revenue-association"],
  purchaseChannel: ["volume-licensing", "web-direct", "csp", "other", "unknown"],
  competingPartner: ["yes", "no", "unknown"],
  proofOfExecution: ["ready", "missing", "unknown"],
};
export const PATTERNS = {
  customerTenantId: GUID_FORM,
  customerDomain: DOMAIN_FORM,
  subscriptionId: GUID_FORM,
  partnerId: PARTNER_ID_FORM,
  ownTenantId: GUID_FORM,
  submittedOn: DAY_FORM,
};
export const FIELDS = [
  ...["userRole", "customerTenantId", "customerDomain", "solutionArea", "activity"],
  ...["purchaseChannel", "product", "subscriptionId", "partnerId", "ownTenantId"],
  ...["competingPartner", "proofOfExecution", "submittedOn"],
];

/** A claim as schemas get it: cleaned, closed answers by their names, nothing empty. */
export function tidied(claim) {
  const tidy = {};
  for (const name of FIELDS) {
    const typed = claim[name];
    if (!typed) continue;
    const text = clean(typed);
    if (!text) continue;
    const choices = CHOICES[name];
    if (choices) tidy[name] = choices.includes(text) ? text : slug(text);
    else if (name === "submittedOn" || !saysNothing(text)) tidy[name] = text;
  }
  return tidy;
}

/** What pasting leaves behind, off. */
export function clean(text) {
  if (/^[a-z0-9](?:[ -~]*[a-z0-9])?$/i.test(text)) return text;
  return text.replace(INVISIBLE, "").replace(/\s/g, " ").replace(OUTER, "");
}
const INVISIBLE =
  /\u00ad|\u034f|\u061c|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|[\ufe00-\ufe0f]|\ufeff|(?!\s)\p{Cc}/gu;
const OUTER = /^[ "'`“”„‘’,;]+|[ "'`“”„‘’,;]+$/g;

export const slug = (text) => text.toLowerCase().replace(/[ _]/g, "-");

/** All x, the words of a template, an answer such as `n/a`, or only signs. */
function saysNothing(text) {
  const letters = text.replace(/[^a-z0-9]/gi, "").toLowerCase();
  if (letters === "") return /^[-–—.…?/_ ]*$/.test(text);
  if (letters.length > 40) return /^x+$/.test(letters);
  const words = letters.replace(/here$/, "").replace(/^(?:insert|enter|your|ihre|customer)+/, "");
  return /^x{3,}$/.test(letters) || NOTHING.has(letters) || TEMPLATES.has(words);
}
const NOTHING = new Set(
  `na ka tbd tba tbc todo none null nan undefined unknown notapplicable notavailable notknown keine
  keineangabe unbekannt nichtbekannt nichtvorhanden nv offen folgt`.split(/\s+/),
);
const TEMPLATES = new Set(
  `id tenantid tenant directoryid subscriptionid subscription domain domaincom domainname partnerid mpnid
  guid placeholder`.split(/\s+/),
);

/** The day in its usual form, also where it is written as `22.11.2026`; undefined if it is none. */
export function dayOf(text) {
  const german = /^([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4})$/.exec(text);
  const iso = german
    ? `${german[3]}-${german[2].padStart(2, "0")}-${german[1].padStart(2, "0")}`
    : /^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ].*)?$/.exec(text)?.[1];
  if (!iso) return undefined;
  const [year, month, day] = [+iso.slice(0, 4), +iso.slice(5, 7), +iso.slice(8)];
  if (year < 1 || month < 1 || month > 12 || day < 1) return undefined;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days ? iso : undefined;
}

// What a text is that stands where an identifier belongs.

export const GUID = /^[{(]*[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}[)}]*$/i;
export const NIL = "00000000-0000-0000-0000-000000000000";
export const RESERVED = new Map([
  ["common", "multi-tenant"],
  ["organizations", "multi-tenant"],
  ["consumers", "personal-accounts"],
  [NIL, "nil"],
  ["9188040d-6c67-4c5b-b112-36a304b66dad", "personal-accounts"],
  ["9cd80435-793b-4f48-844b-6b3f37d1c1f3", "personal-accounts"],
  ["f8cdef31-a31e-4b4a-93e4-5f571e91255a", "microsoft-services"],
  ["72f988bf-86f1-41af-91ab-2d7cd011db47", "microsoft"],
]);

/** In lower case with hyphens. */
export function normal(text) {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  const digits = text.replace(/[{}()-]/g, "").toLowerCase();
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

export const guidIn = (text) =>
  /(?<![0-9a-f-])[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])/i
    .exec(text)?.[0]
    .toLowerCase();

export function kindOfGuid(id, known) {
  const isTenant =
    (RESERVED.has(id) && id !== NIL) ||
    known.tenants.has(id) ||
    known.byTenant.has(id) ||
    known.claimants.has(id);
  if (isTenant) return "tenant-id";
  if (known.byId.has(id)) return "subscription-id";
  if (known.skus.byId.has(id) || known.named.some(({ skuId }) => skuId === id)) return "sku-id";
  return "guid";
}

/** The kind of a text, and the GUID that it is or has in it. */
export function classify(text, known) {
  if (GUID.test(text)) {
    const id = normal(text);
    return id === NIL ? { kind: "placeholder" } : { kind: kindOfGuid(id, known), id };
  }
  if (/^0{4,}$/.test(text.replace(/[^a-z0-9]/gi, ""))) return { kind: "placeholder" };
  if (RESERVED.has(text.toLowerCase())) return { kind: "tenant-id" };
  const [account, sku] = text.split(/_(.*)/);
  if (sku && GUID.test(account) && GUID.test(sku)) return { kind: "account-sku" };
  if (known.skus.byPartNumber.get(text.toUpperCase())?.length === 1)
    return { kind: "sku-part-number" };
  const named = known.named.filter(
    (one) => one.skuPartNumber?.toUpperCase() === text.toUpperCase(),
  );
  if (named.length === 1) return { kind: "sku-part-number" };
  if (/^(CFQ7TT|DZH318)[a-z0-9]{6}$/i.test(text)) return { kind: "product-id" };
  if (/^(CFQ7TT|DZH318)[a-z0-9]{6}:[a-z0-9]{4}(:[a-z0-9]{12})?$/i.test(text))
    return { kind: "offer-id" };
  if (/^ms-azr-[0-9]{4}p$/i.test(text)) return { kind: "azure-offer" };
  const digits = digitsIn(text);
  if (digits) return { kind: kindOfDigits(digits, known) };
  if (/^[0-9a-f]{12}$/i.test(text)) return { kind: "order-id" };
  if (looksLikeGuid(text)) return { kind: "unknown" };
  if (text.includes("/")) {
    const id = guidIn(text);
    if (id) return { kind: kindOfGuid(id, known), id, isLikely: true };
    return { kind: hostIn(text).name ? "url" : "unknown" };
  }
  if (hostIn(text).name)
    return { kind: text.includes("@") ? "email" : "domain", isWord: !/[.@]/.test(text) };
  if (/^(?=.*_)[A-Z0-9_]+$/.test(text)) return { kind: "sku-part-number", isLikely: true };
  return { kind: "unknown" };
}

function kindOfDigits(digits, known) {
  if (/^0+$/.test(digits)) return "placeholder";
  if (digits.length === 12 && !known.accounts.has(digits)) return "order-id";
  return digits.length > 20 ? "unknown" : "partner-id";
}

/** The digits of a number, with or without a label, and as spreadsheets leave it. */
export function digitsIn(text) {
  const [, label, digits] =
    /^([a-z :#.-]*)([0-9 ]*)$/i.exec(text.replace(/([0-9])[.,]0+$/, "$1")) ?? [];
  if (digits === undefined || !/[0-9]/.test(digits)) return undefined;
  const name = label.replace(/[^a-z]/gi, "").toLowerCase();
  return ["", "mpn", "mpnid", "partnerid", "id"].includes(name)
    ? digits.replaceAll(" ", "")
    : undefined;
}

export function looksLikeGuid(typed) {
  const text = typed.replace(/^[{}()]+|[{}()]+$/g, "");
  const bare = text.replaceAll("-", "");
  const hexadecimal = bare.replace(/[^0-9a-f]/gi, "").length;
  return (
    /^[a-z0-9-]+$/i.test(text) &&
    /[0-9]/.test(text) &&
    /[a-z]/i.test(text) &&
    hexadecimal * 5 >= bare.length * 4 &&
    (text.length - bare.length >= 3 ||
      bare.length >= 20 ||
      (hexadecimal === bare.length && bare.length >= 8))
  );
}

/** How a text that is meant as a GUID fails to be one. */
export function shapeOf(text) {
  const bare = text.replace(/^[{(]+|[)}]+$/g, "");
  if (/[^0-9a-f-]/i.test(bare)) return "bad-character";
  const { length } = bare.replaceAll("-", "");
  return length < 32 ? "too-short" : length > 32 ? "too-long" : "shape";
}

/** The name of a host in a text, or how the text fails to have one. */
export function hostIn(text) {
  const after = text.replace(/^.*?:\/\/|^mailto:/, "");
  const host = after
    .split(/[/?#]/)[0]
    .replace(/^.*@/, "")
    .replace(/:[0-9]*$/, "")
    .replace(/\.$/, "");
  let name = host.toLowerCase();
  if (/[^\0-\x7f]/.test(name)) {
    try {
      name = new URL(`http://${host}/`).hostname;
    } catch {
      return { problem: "bad-character" };
    }
  }
  if (/[^a-z0-9.-]/.test(name)) return { problem: "bad-character" };
  if (!name.includes(".")) name += ".onmicrosoft.com";
  const labels = name.split(".");
  if (name.length > 253 || labels.some(({ length }) => length > 63)) return { problem: "too-long" };
  if (/^[0-9]*$/.test(labels.at(-1)) || labels.some((label) => !label || /^-|-$/.test(label)))
    return { problem: "shape" };
  return { name };
}

export const MAIL_PROVIDERS = new Set(
  `aol.com bluewin.ch freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com
  hotmail.co.uk hotmail.com hotmail.de icloud.com live.com live.de mail.com mailbox.org me.com msn.com
  outlook.com outlook.de posteo.de proton.me protonmail.com t-online.de web.de yahoo.com yahoo.de`.split(
    /\s+/,
  ),
);

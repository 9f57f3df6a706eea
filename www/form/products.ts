// Products to choose from: the SKU table, the workloads that are no SKU, and what a customer has.

import type { Subscription } from "../lib/types.js";

export interface Product {
  name: string;
  partNumber: string;
  id: string;
  /** Does it belong to Dynamics 365 and its like, or is it a workload? Those are claimed most. */
  isLikely: boolean;
}

/** Workloads of Microsoft 365, as Microsoft's reports call them: a claim names them as its product. */
export const WORKLOADS = [
  "Exchange",
  "SharePoint",
  "Teams",
  "Teams Meetings",
  "Teams Phone",
  "Teams Platform",
  "Microsoft 365 Apps",
  "Intune",
  "Entra ID",
  "Defender for Endpoint",
  "Defender for Identity",
  "Defender for Office 365",
  "Information Protection",
  "Viva Connections",
  "Viva Insights",
  "Viva Learning",
  "Viva Topics",
];

/** As many as can be looked over without scrolling. */
const MOST = 8;

export class Products {
  #all: Product[];

  /** @param csv the SKU table as the library has it */
  constructor(csv: string) {
    const [, ...lines] = csv.trim().split("\n");
    const skus = lines.map((line) => {
      const [id = "", partNumber = "", name = "", family = "", trial = ""] = cells(line);
      return { id, partNumber, name, isLikely: family !== "" && trial !== "true" };
    });
    const workloads = WORKLOADS.map((name) => ({ name, id: "", partNumber: "", isLikely: true }));
    this.#all = [...workloads, ...skus];
  }

  /** The product of a part number or an ID. */
  named(text: string): Product | undefined {
    const asked = text.trim().toLowerCase();
    if (!asked) return undefined;
    return this.#all.find(({ id, partNumber }) =>
      [id, partNumber].some((name) => name.toLowerCase() === asked),
    );
  }

  /** Those that have each word of a text in their name, or are it by part number or ID; likely ones first. */
  find(text: string): Product[] {
    const asked = text.trim().toLowerCase();
    if (!asked) return [];
    const words = asked.split(/[\s,]+/);
    const rank = ({ name, partNumber, id, isLikely }: Product): number => {
      const lower = name.toLowerCase();
      if (lower === asked || partNumber.toLowerCase() === asked || id === asked) return 0;
      const isNamed = words.every((word) => new RegExp(`\\b${escaped(word)}`).test(lower));
      if (isNamed) return (isLikely ? 1 : 3) + (lower.includes(asked) ? 0 : 0.5);
      const isPart = asked.length > 2 && partNumber.toLowerCase().includes(asked);
      if (isPart || (asked.length > 7 && id.startsWith(asked))) return isLikely ? 2 : 4;
      return Number.POSITIVE_INFINITY;
    };
    return this.#all
      .map((product) => ({ product, rank: rank(product) }))
      .filter((one) => Number.isFinite(one.rank))
      .sort((a, b) => a.rank - b.rank || a.product.name.length - b.product.name.length)
      .slice(0, MOST)
      .map(({ product }) => product);
  }

  /** What to call a subscription's product. */
  nameOf({ productName, skuPartNumber, skuId }: Subscription): string {
    return (
      productName ??
      (this.named(skuPartNumber ?? "") ?? this.named(skuId ?? ""))?.name ??
      skuPartNumber ??
      ""
    );
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The cells of a line; one with a comma in it stands in quotes. */
const cells = (line: string): string[] =>
  Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
  );

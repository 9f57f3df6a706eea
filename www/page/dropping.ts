// Files and texts that are dropped, wherever that is.

import type { Source } from "../form/store.js";

const TYPES = ["dragenter", "dragover", "dragleave", "drop"] as const;

/** @param take takes what was dropped */
export function catchDrops(take: (sources: Source[]) => void): void {
  for (const type of TYPES) addEventListener(type, (event) => dragged(event, take));
}

function dragged(event: DragEvent, take: (sources: Source[]) => void): void {
  const { types = [], files, getData } = event.dataTransfer ?? {};
  if (!types.includes("Files") && !types.includes("text/plain")) return;
  const isInField = (event.target as Element | null)?.closest?.("input, textarea:not(#any)");
  // A text goes into the field where it is dropped.
  if (!types.includes("Files") && isInField) return;
  event.preventDefault();
  const isOver = event.type === "dragenter" || event.type === "dragover";
  document.body.classList.toggle("dragging", isOver);
  if (event.type !== "drop") return;
  const text = getData?.call(event.dataTransfer, "text/plain");
  if (files?.length) take([...files]);
  else if (text) take([text]);
}

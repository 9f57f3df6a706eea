// Which part of the library an element starts with.

import type { ELEMENTS } from "../generated/elements.js";
import type { HostAttributes } from "./types.js";

export type Tag = keyof typeof ELEMENTS;

/** These need the core from the start, the others only once there is evidence. */
const GUIDES: readonly Tag[] = ["cpor-activity-guide", "cpor-partner-id-guide"];

export const partOf = (
  tag: Tag,
  { evidence, mock }: Pick<HostAttributes, "evidence" | "mock">,
): "check" | "core" => (evidence || mock || GUIDES.includes(tag) ? "core" : "check");

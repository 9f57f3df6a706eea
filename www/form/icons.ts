// Each drawing once, on a grid of 20 by 20.

import { drawing } from "./dom.js";

const PATHS = {
  add: "M10 4v12M4 10h12",
  blocks: "M7 2.75h6L17.25 7v6L13 17.25H7L2.75 13V7zM7.5 7.5l5 5m0-5-5 5",
  calendar: "M3.75 5.25h12.5v11H3.75zM3.75 8.5h12.5M7 3v3.5M13 3v3.5",
  close: "m5.5 5.5 9 9m0-9-9 9",
  copy: "M7 7V3.75h9.25V13H13M3.75 7H13v9.25H3.75z",
  done: "M10 2.75a7.25 7.25 0 1 1 0 14.5 7.25 7.25 0 0 1 0-14.5m-3.25 7.5L9 12.5l4.25-4.75",
  down: "m5.5 8 4.5 4.5L14.5 8",
  file: "M11.5 2.75H6A1.25 1.25 0 0 0 4.75 4v12A1.25 1.25 0 0 0 6 17.25h8A1.25 1.25 0 0 0 15.25 16V6.5zm0 0V6.5h3.75",
  mail: "M2.75 4.5h14.5v11H2.75zM3.25 6 10 11l6.75-5",
  note: "M10 2.75a7.25 7.25 0 1 1 0 14.5 7.25 7.25 0 0 1 0-14.5m0 6.5v4.25M10 6.5v.01",
  open: "m8 5 5 5-5 5",
  person: "M10 3.25a3 3 0 1 1 0 6 3 3 0 0 1 0-6M4 16.75c0-3.25 2.5-5 6-5s6 1.75 6 5",
  search: "M9 3.75a5.25 5.25 0 1 1 0 10.5 5.25 5.25 0 0 1 0-10.5M13 13l3.75 3.75",
  settle: "m10 2.5 7.5 7.5-7.5 7.5L2.5 10zM10 6.5v4.25m0 2.5v.01",
  swap: "M4 7h11.5m-3.25-3.25L15.5 7l-3.25 3.25M16 13H4.5m3.25 3.25L4.5 13l3.25-3.25",
  theme: "M10 2.75a7.25 7.25 0 1 1 0 14.5 7.25 7.25 0 0 1 0-14.5",
  todo: "M10 2.75a7.25 7.25 0 1 1 0 14.5 7.25 7.25 0 0 1 0-14.5",
  undo: "M7 4 3.5 7.5 7 11M3.75 7.5H12a4.25 4.25 0 0 1 0 8.5H8",
} as const;

const FILLED: Partial<Record<Icon, string>> = {
  theme: "M10 2.75v14.5a7.25 7.25 0 0 0 0-14.5z",
};

export type Icon = keyof typeof PATHS;

/** A drawing beside words: it says nothing by itself. */
export function icon(name: Icon, size: "small" | "normal" = "normal"): Element {
  const classes = ["i", size === "small" && "i-s", name === "todo" && "i-todo"];
  return drawing(classes.filter(Boolean).join(" "), PATHS[name], FILLED[name]);
}

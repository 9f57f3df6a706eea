// What a page without modules gets, as `CporPreflight`.

export * from "./attach.js";
export * from "./library.js";

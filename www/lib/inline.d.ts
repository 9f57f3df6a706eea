export * from "./preflight.js";

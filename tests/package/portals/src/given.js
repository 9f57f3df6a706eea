// A portal whose bundler treats .wasm as a file, and that hands the package its address.
import { attach } from "cpor-preflight/attach";
import skus from "cpor-preflight/skus";
import * as preflight from "cpor-preflight/slim";
import de from "cpor-preflight/text/de";
import en from "cpor-preflight/text/en";
import wasm from "cpor-preflight/wasm";
import { asked, told } from "./asked.js";

told(async () => {
  await preflight.init(new URL(wasm, import.meta.url), { locales: [de, en], skus });
  attach(document.querySelector("form"), { library: preflight });
  return [preflight.checkClaim(...asked)];
});

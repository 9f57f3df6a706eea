// The same with Vite, also where it has put the package elsewhere while developing.
import { attach } from "cpor-preflight/attach";
import skus from "cpor-preflight/skus";
import * as preflight from "cpor-preflight/slim";
import de from "cpor-preflight/text/de";
import en from "cpor-preflight/text/en";
import wasm from "cpor-preflight/wasm?url";
import { asked, told } from "./asked.js";

told(async () => {
  await preflight.init(wasm, { locales: [de, en], skus });
  attach(document.querySelector("form"), { library: preflight });
  return [preflight.checkClaim(...asked)];
});

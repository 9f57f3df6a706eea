import { init } from "cpor-preflight";
import "cpor-preflight/define";
// esbuild makes it the address of a file of its own.
import wasm from "cpor-preflight/wasm";

init({ wasm: new URL(wasm, import.meta.url) });

const form = document.querySelector("cpor-claim-form");
const product = document.querySelector("#product");

form.addEventListener("input", show);
document.querySelector("#word").addEventListener("click", () => {
  form.value = { ...form.value, product: "Word" };
  show();
});

function show() {
  product.textContent = form.value.product;
}

import "cpor-preflight/define";

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

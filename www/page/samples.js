// The exports of the made-up customer Contoso, each loaded when an example is chosen.

const text = async (address) => (await fetch(address)).text();

export const samples = {
  "graph-subscriptions.json": () =>
    text(new URL("./samples/graph-subscriptions.json", import.meta.url)),
  "graph-subscribed-skus.json": () =>
    text(new URL("./samples/graph-subscribed-skus.json", import.meta.url)),
  "openid-contoso.json": () => text(new URL("./samples/openid-contoso.json", import.meta.url)),
};

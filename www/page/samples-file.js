// The same exports as samples.js has, where nothing can be loaded.

import skus from "../samples/graph-subscribed-skus.json";
import subscriptions from "../samples/graph-subscriptions.json";
import domain from "../samples/openid-contoso.json";

export const samples = {
  "graph-subscriptions.json": () => subscriptions,
  "graph-subscribed-skus.json": () => skus,
  "openid-contoso.json": () => domain,
};

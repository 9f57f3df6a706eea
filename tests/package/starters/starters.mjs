// The starters: apps as small as one begins with, each in a folder of its name. `modes` are the
// scripts of their package.json that run them, and what is so there:
//
// - `rendered`: the page comes with the element in it, and its server checks what is sent
// - `strict`: the page is served under a strict policy
// - `route`: where the server checks what others send it
//
// `status` is what the app says of the form while a tenant ID is wrong, where its framework judges forms.
// `node` is the Node that its tools ask for, `builds` the package that its own script has to finish.

const RENDERED = { rendered: true };
const STRICT = { strict: true };
const CLIENT = { dev: {}, preview: STRICT, start: RENDERED };

export const STARTERS = {
  "vite-react": { modes: { ...CLIENT, "start:dev": RENDERED } },
  next: { modes: { dev: RENDERED, start: { ...RENDERED, route: "claims" } } },
  vue: { modes: CLIENT },
  svelte: { modes: CLIENT },
  webpack: { modes: CLIENT },
  // Nothing is built: the scripts of the package come from another origin, minified as they are.
  plain: { modes: { start: RENDERED } },
  esbuild: { modes: { ...CLIENT, "start:cjs": RENDERED } },
  workers: { modes: { dev: RENDERED, start: RENDERED }, node: "22.12.0" },
  angular: { modes: CLIENT, status: "INVALID", node: "22.22.3" },
  deno: { modes: { dev: RENDERED, start: RENDERED } },
  bun: { modes: { dev: RENDERED, start: RENDERED }, builds: "bun" },
  astro: { modes: { dev: RENDERED, start: RENDERED }, node: "22.12.0" },
};

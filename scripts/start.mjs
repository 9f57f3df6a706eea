// Builds what is missing or stale, then serves the page. PORT and HOST override where.
import { build } from "./build.mjs";
import { serve, site } from "./serve.mjs";

const { PORT = "8080", HOST } = process.env;

await build();
try {
  const { url } = await serve(site, { port: Number(PORT), host: HOST });
  console.log(`\nThe page is at ${url}  (Ctrl+C ends it)`);
} catch (error) {
  if (error.code !== "EADDRINUSE") throw error;
  console.error(`Port ${PORT} is taken; choose another one: PORT=8081 npm start`);
  process.exitCode = 1;
}

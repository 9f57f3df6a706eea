const path = require("node:path");

module.exports = [
  {
    name: "client",
    entry: "./src/main.js",
    output: { path: path.resolve("public"), filename: "main.js" },
    devServer: { static: "public" },
    performance: false,
  },
  {
    name: "server",
    target: "node",
    entry: "./src/server.js",
    output: { path: path.resolve("dist"), filename: "server.cjs" },
  },
];

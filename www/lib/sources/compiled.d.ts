/** Wasm as these runtimes import it. */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

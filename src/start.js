// Loads the page: the names of its two files change with every build, so the build writes them
// beside this script. A file of its own, because the page's policy allows no inline script.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const { default: init } = await import(new URL(js, document.baseURI));
await init({ module_or_path: new URL(wasm, document.baseURI) });

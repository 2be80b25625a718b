/** Minifies the programs that come in as JSON, {name: source}, and writes them out as {name: minified}. */
import { readFileSync } from "node:fs";
import { minify } from "terser";

// No getter of ours does anything but tell, and no arrow function of ours is called with `new`.
const compress = { passes: 3, pure_getters: true, unsafe_arrows: true };
const OPTIONS = { ecma: 2020, compress, mangle: true, format: { comments: false } };

const programs = Object.entries(JSON.parse(readFileSync(0, "utf8")));
const minified = programs.map(async ([name, source]) => [name, (await minify(source, OPTIONS)).code]);
process.stdout.write(JSON.stringify(Object.fromEntries(await Promise.all(minified))));

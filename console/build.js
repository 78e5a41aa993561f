// What Maven runs: brings the packages of the lock file, builds the console if its inputs changed, compresses it, and
// holds it to its sizes; --with-tests: with the packages of the tests. With --test: everything that can be said of the sources without a browser.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(here);
const OUT = "target/classes/META-INF/console";
const STAMPS = "target/stamps";
const FIRST_LOAD_MAX = 360 * 1024;
const CHUNK_MAX = 60 * 1024;
const test = process.argv.includes("--test");
// what is built to be tested has the packages of its tests from the beginning: bringing them takes longer than all else
const allPackages = test || process.argv.includes("--with-tests");

function files(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => files(join(place, name)));
}

const hashOf = (...places) => {
  const hash = createHash("sha256");
  for (const file of places.flatMap(files)) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
};

function run(program, ...args) {
  const { status, error } = spawnSync(program, args, { stdio: "inherit", env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" } });
  if (error || status !== 0) {
    console.error(`${[program, ...args].join(" ")} failed${error ? `: ${error.message}` : ""}`);
    process.exit(1);
  }
}

// npm is beside the Node.js that runs this, or below it, or on the PATH.
function npm(...args) {
  const bin = dirname(process.execPath);
  const script = [join(bin, "node_modules/npm/bin/npm-cli.js"), join(bin, "../lib/node_modules/npm/bin/npm-cli.js")].find(existsSync);
  if (script) run(process.execPath, script, ...args);
  else run("npm", ...args);
}

const node = (script, ...args) => run(process.execPath, script, ...args);

/** Does something if what it depends on is not what it was when it was last done. */
function once(name, inputs, act) {
  const stamp = join(STAMPS, name);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === inputs) return;
  rmSync(stamp, { force: true });
  act();
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, inputs);
}

function install() {
  const lock = hashOf("package.json", "package-lock.json", "types/package.json");
  const all = `${lock} with the packages of the tests`;
  const has = existsSync("node_modules/.weir") ? readFileSync("node_modules/.weir", "utf8") : "";
  if (has === all || (has === lock && !allPackages)) return;
  npm("ci", "--no-audit", "--no-fund", "--prefer-offline", ...(allPackages ? [] : ["--omit=dev"]));
  writeFileSync("node_modules/.weir", allPackages ? all : lock);
}

/** Beside each file its compressed twins; nothing is compressed while somebody waits. */
function compress() {
  for (const file of files(OUT).filter((name) => /\.(js|css|html|svg)$/.test(name))) {
    const bytes = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}

function measure() {
  const size = (file) => statSync(`${file}.gz`).size;
  const first = [...readFileSync(join(OUT, "index.html"), "utf8").matchAll(/(?:src|href)="\/ui\/(assets\/[^"]+\.(?:js|css))"/g)].map((match) => join(OUT, match[1]));
  const load = first.reduce((sum, file) => sum + size(file), 0);
  const faults = load > FIRST_LOAD_MAX ? [`the first load is ${load} bytes compressed, more than ${FIRST_LOAD_MAX}`] : [];
  for (const file of files(join(OUT, "assets")).filter((name) => name.endsWith(".js") && !first.includes(name))) {
    if (size(file) > CHUNK_MAX) faults.push(`${file} is ${size(file)} bytes compressed, more than ${CHUNK_MAX}`);
  }
  console.log(`The console's first load is ${Math.round(load / 1024)} KB compressed`);
  if (faults.length > 0) {
    console.error(faults.join("\n"));
    process.exit(1);
  }
}

install();
if (test) {
  const inputs = hashOf("package-lock.json", "tsconfig.json", "vite.config.ts", "vitest.config.ts", "src", "types/generate.js", "../control-api/src/main/resources/META-INF/openapi.yaml", "../instance-registry/src/main/resources/META-INF/openapi.yaml");
  once("tested", inputs, () => {
    node("node_modules/typescript/bin/tsc", "--noEmit", "-p", ".");
    node("types/generate.js", "--check");
    node("node_modules/vitest/vitest.mjs", "run");
  });
} else {
  if (!existsSync(join(OUT, "index.html"))) rmSync(join(STAMPS, "built"), { force: true });
  once("built", hashOf("package-lock.json", "vite.config.ts", "build.js", "src/main"), () => {
    node("node_modules/vite/bin/vite.js", "build", "--logLevel", "warn");
    compress();
    measure();
  });
}

// Writes the TypeScript types of the REST API, the limits and defaults of what is sent, and which reads tell the past,
// from its two OpenAPI documents; with --check, compares instead.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { load } from "js-yaml";

const documents = { control: "control-api", registry: "instance-registry" };
const check = process.argv.includes("--check");
let differs = false;

function put(name, text) {
  const file = new URL(`../src/main/web/api/${name}.ts`, import.meta.url);
  if (!check) {
    writeFileSync(file, text);
  } else if (readFileSync(file, "utf8") !== text) {
    console.error(`${file.pathname} is not what the OpenAPI documents say: run "npm run types"`);
    differs = true;
  }
}

const KEYWORDS = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "default", "enum"];

/** Of each schema, of each property that has one: its limits. */
function limitsOf(schemas) {
  const whole = (schema) => (schema?.$ref ? whole(schemas[schema.$ref.split("/").at(-1)]) : (schema ?? {}));
  const properties = (schema) => Object.assign({}, ...(schema.allOf ?? []).map((part) => properties(whole(part))), schema.properties);
  const limits = {};
  for (const [name, schema] of Object.entries(schemas)) {
    for (const [property, value] of Object.entries(properties(schema))) {
      const found = Object.fromEntries(KEYWORDS.flatMap((key) => (key in whole(value) ? [[key, whole(value)[key]]] : [])));
      if (Object.keys(found).length > 0) (limits[name] ??= {})[property] = found;
    }
  }
  return limits;
}

/** The paths that are read with a parameter in their query. */
function readWith(parameter, { paths, components }) {
  const whole = ({ $ref, ...value }) => ($ref ? components.parameters[$ref.split("/").at(-1)] : value);
  const takes = ({ get, parameters = [] }) => get && [...parameters, ...(get.parameters ?? [])].map(whole).some((found) => found.in === "query" && found.name === parameter);
  return Object.keys(paths).filter((path) => takes(paths[path]));
}

const limits = {};
const reads = { at: [], min_position: [] };
for (const [name, module] of Object.entries(documents)) {
  const document = new URL(`../../${module}/src/main/resources/META-INF/openapi.yaml`, import.meta.url);
  put(name, `// Made from ${module}'s openapi.yaml by "npm run types".\n\n${astToString(await openapiTS(document))}`);
  const loaded = load(readFileSync(document, "utf8"));
  for (const parameter of Object.keys(reads)) reads[parameter].push(...readWith(parameter, loaded));
  const found = limitsOf(loaded.components.schemas);
  for (const [schema, value] of Object.entries(found)) if (/Request$|^(Node|RetryOn|HealthChecker|UpstreamLimits|NodeTls|FrontEnd|BackEnd|DomainChange)$/.test(schema)) limits[schema] ??= value;
}
put("limits", `// Made from the OpenAPI documents by "npm run types": what forms may send.\n\nexport const limits = ${JSON.stringify(limits, null, 2)} as const;\n`);
put("reads", `// Made from the OpenAPI documents by "npm run types": the reads that tell the past, and those that wait for a position.\n\nexport const reads = ${JSON.stringify(reads, null, 2)} as const;\n`);
process.exit(differs ? 1 : 0);

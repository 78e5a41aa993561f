import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fill } from ".";
import { en } from "./en";
import { zh } from "./zh";

const values = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();

test("each text of the second language has the values of the first", () => {
  for (const [area, texts] of Object.entries(en)) {
    for (const [key, text] of Object.entries(texts)) {
      const other = (zh as Record<string, Record<string, string>>)[area]?.[key];
      expect(other, `${area}.${key}`).toBeTruthy();
      expect(values(other!), `${area}.${key}`).toEqual(values(text));
    }
  }
});

test("a text that counts has two forms", () => {
  expect(fill("{n} node | {n} nodes", { n: 1 })).toBe("1 node");
  expect(fill("{n} node | {n} nodes", { n: 200 })).toBe("200 nodes");
});

test("each text is used", () => {
  const root = join(import.meta.dirname, "..");
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !/^texts\/(en|zh)\//.test(file))
    .map((file) => readFileSync(join(root, file), "utf8"))
    .join("\n");
  const words = new Set([...sources.matchAll(/"([\w-]+)"/g)].map(([, word]) => word!.replaceAll("-", "_")));
  // what stands where a template has a value is written somewhere else
  const templates = [...sources.matchAll(/`([a-z]+\.\w*)\$\{[^`}]*\}(\w*)`/g)].map(([, before, after]) => new RegExp(`^${before!.replace(".", "\\.")}(\\w+)${after}$`));
  // those of fields and their values are named by the API
  const named = (key: string) => key.startsWith("fields.") || sources.includes(`"${key}"`) || templates.some((template) => words.has(template.exec(key)?.[1] ?? ""));
  const unused = Object.entries(en).flatMap(([area, texts]) => Object.keys(texts).map((key) => `${area}.${key}`).filter((key) => !named(key)));
  expect(unused).toEqual([]);
});

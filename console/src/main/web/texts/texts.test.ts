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

test("the second language has no texts that the first has not, and none left in it", () => {
  const keys = (texts: Record<string, Record<string, string>>) => Object.entries(texts).flatMap(([area, of]) => Object.keys(of).map((key) => `${area}.${key}`)).sort();
  expect(keys(zh)).toEqual(keys(en));
  // what is called the same in both: abbreviations, values, and the name of the other language
  const same = /^(Weir|English|API|VPC|TLS|ID|HTTP\/[\d.]+|[1-5]xx|\{n\}\/\{max\}|\{environment\}：API \{api\})$/;
  const left = Object.entries(zh).flatMap(([area, texts]) => Object.entries(texts).filter(([, text]) => !/\p{Script=Han}/u.test(text) && !same.test(text)).map(([key, text]) => `${area}.${key}: ${text}`));
  expect(left).toEqual([]);
});

// each thing has one word in Chinese; these were in use beside 专享实例, 互通, 接入, 响应, 修改, 不健康
test.each(["专属", "连通(?!性)", "关联(?! API)", "应答", "答复", "更改", "异常"])("no text says %s", (word) => {
  const found = Object.entries(zh).flatMap(([area, texts]) => Object.entries(texts).filter(([, text]) => new RegExp(word).test(text)).map(([key, text]) => `${area}.${key}: ${text}`));
  expect(found).toEqual([]);
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

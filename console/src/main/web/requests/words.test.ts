import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { duration, failureText, flagText, quantile, resultMeans, resultText, resultTone, size, statusText, statusTone } from "./words";

const docs = (name: string) => readFileSync(join(import.meta.dirname, "../../../../../docs", name), "utf8");
/** The words in the first column of a table that begins with a heading. */
function column(text: string, heading: RegExp): string[] {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => heading.test(line));
  expect(from).toBeGreaterThan(0);
  const rows = lines.slice(from + 2);
  return rows.slice(0, rows.findIndex((line) => !line.startsWith("|"))).flatMap((line) => [...line.split("|")[1]!.matchAll(/`(\w+)`/g)].map(([, word]) => word!));
}

test("every result and flag of the access log has words", () => {
  const results = column(docs("observability.md"), /^\| result of an attempt/);
  expect(results.length).toBeGreaterThan(15);
  for (const result of results) {
    expect(resultText(result), result).not.toMatch(/requests\.|_/);
    if (result !== "answered") expect(resultMeans(result), result).toMatch(/ /);
  }
  const flags = column(docs("observability.md"), /^\| flag/);
  expect(flags.length).toBeGreaterThan(5);
  for (const flag of flags) expect(flagText(flag), flag).toMatch(/ /);
});

test("every code with which the gateway answers by itself has words", () => {
  const table = docs("forwarding.md").split("\n").filter((line) => /^\| \d{3}/.test(line) && /`[A-Z_]+`/.test(line));
  const codes = table.flatMap((line) => [...line.split("|")[2]!.matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code!));
  expect(codes.length).toBeGreaterThan(15);
  for (const code of codes) expect(failureText(code), code).toMatch(/ /);
});

test("what is not known is told as it came", () => {
  expect(resultText("of_a_newer_version")).toBe("of_a_newer_version");
  expect(resultMeans("of_a_newer_version")).toBeUndefined();
  expect(failureText("NEW")).toBeUndefined();
  expect(flagText("NEW")).toBe("NEW");
  expect(statusText(299)).toBe("299");
});

test("a failure is red, an answer green unless it is a failure of the node, and the client's doing neither", () => {
  expect(resultTone("answered", 200)).toBe("green");
  expect(resultTone("answered", 503)).toBe("orange");
  expect(resultTone("broken")).toBe("red");
  expect(resultTone("client_left")).toBe("grey");
  expect([101, 204, 304, 404, 502].map(statusTone)).toEqual(["grey", "green", "blue", "orange", "red"]);
});

test("times have as many digits as say something", () => {
  expect([0, 42, 900, 1_234, 11_499, 2_014_000, 9_999_499, 12_345_678].map(duration)).toEqual(["0 ms", "0.04 ms", "0.9 ms", "1.2 ms", "11 ms", "2,014 ms", "9,999 ms", "12.3 s"]);
  expect(quantile(undefined)).toBe("–");
  expect(quantile(60_000_001)).toBe("> 60 s");
  expect([0, 1, 9_999, 65_536, 33_554_432].map(size)).toEqual(["0 bytes", "1 byte", "9,999 bytes", "64 KiB", "32 MiB"]);
});

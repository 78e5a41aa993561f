import { expect, test } from "vitest";
import type { Minute, NodeTraffic, TrafficCounts } from "../api/types";
import type { ListState } from "../parts/listState";
import { minuteFrom, narrow, requestParams, trafficParams } from "./filters";
import { failedPart, failureSeries, greatest, latencySeries, statusSeries } from "./series";
import { attemptShares, isNamed, nodeKey, realShares } from "./shares";

const counts = (fields: Partial<TrafficCounts> = {}): TrafficCounts => ({ requests: 0, status: {}, failures: {}, retries: 0, ...fields });
const minutes: Minute[] = [
  { at: "2026-01-31T10:00:00Z", ...counts({ requests: 3, status: { "2xx": 2, "5xx": 1 }, failures: { TIMEOUT: 1 }, micros: { p50: 1, p90: 2, p99: 3, max: 4 } }) },
  { at: "2026-01-31T10:01:00Z", ...counts() },
  { at: "2026-01-31T10:02:00Z", ...counts({ requests: 4, status: { "5xx": 4 }, failures: { TIMEOUT: 3, OVERLOADED: 1 } }) },
];
const totals = counts({ requests: 7, status: { "2xx": 2, "5xx": 5 }, failures: { TIMEOUT: 4, OVERLOADED: 1 } });

test("series have a value of every minute; classes that nobody answered with are left out", () => {
  const series = statusSeries(minutes, totals);
  expect(series.map(({ key, values, overall }) => [key, values, overall])).toEqual([
    ["2xx", [2, 0, 0], 2],
    ["5xx", [1, 0, 4], 5],
  ]);
  expect(greatest(series, true)).toBe(4);
  expect(latencySeries(minutes, totals)[2]!.values).toEqual([3, undefined, undefined]);
  expect(failureSeries(minutes, totals).map(({ key, values }) => [key, values])).toEqual([
    ["TIMEOUT", [1, 0, 3]],
    ["OVERLOADED", [0, 0, 1]],
  ]);
});

test("many codes of failures: the most frequent by name, the rest together, and none is lost", () => {
  for (let n = 0; n <= 9; n++) {
    const failures = Object.fromEntries(Array.from({ length: n }, (_, index) => [`CODE_${index}`, index + 1]));
    const series = failureSeries([{ at: "", ...counts({ failures }) }], counts({ failures }));
    expect(series.length).toBe(Math.min(n, 5));
    expect(series.reduce((sum, { values }) => sum + values[0]!, 0)).toBe((n * (n + 1)) / 2);
    expect(series.reduce((sum, { overall = 0 }) => sum + overall, 0)).toBe((n * (n + 1)) / 2);
  }
});

test("without requests no part of them has failed", () => {
  expect(failedPart(counts())).toBeUndefined();
  expect(failedPart(totals)).toBeCloseTo(5 / 7);
});

test("shares are of the attempts of one upstream", () => {
  const node = (upstreamId: string, name: string, attempts: number): NodeTraffic => ({ upstreamId, node: name, attempts, failed: 1, results: {} });
  const told = [node("u1", "a:1", 30), node("u1", "b:1", 10), node("u2", "a:1", 5), { others: true, attempts: 99, failed: 0, results: {} }].filter(isNamed);
  const shares = attemptShares(told);
  expect(told.map((each) => shares.get(nodeKey(each)))).toEqual([0.75, 0.25, 1]);
  const ofOne = told.filter(({ upstreamId }) => upstreamId === "u1");
  expect(realShares(["b:1", "c:1"], ofOne)).toEqual({ attempts: 40, of: [{ share: 0.25, attempts: 10, failed: 1 }, { share: 0, attempts: 0, failed: 0 }] });
  expect(realShares(["a:1"], [])).toBeUndefined();
});

const filters = (values: Record<string, string>) => (name: string) => values[name] ?? "";

test("what the URL says is what is asked for; what is half typed is not", () => {
  expect(trafficParams(filters({ service: "s", api: "a", minutes: "15" }))).toMatchObject({ service_id: "s", api_id: "a", minutes: 15 });
  expect(trafficParams(filters({ minutes: "1000000" })).minutes).toBe(60);
  expect(requestParams(filters({ status: "5", slow: "0.5" }), 20)).toMatchObject({ status: undefined, min_micros: 500, limit: 20 });
  for (const status of ["503", "5xx", "5XX"]) expect(requestParams(filters({ status }), 20).status).toBe(status.toLowerCase());
  expect(requestParams(filters({ slow: "-1" }), 20).min_micros).toBeUndefined();
  expect(minuteFrom("2026-01-31T10:59:00Z")).toEqual({ since: "2026-01-31T10:59:00.000Z", until: "2026-01-31T11:00:00.000Z" });
});

test("narrowing begins with the newest requests, and another service has other APIs", () => {
  const asked: Record<string, unknown>[] = [];
  const list = { set: (changes: Record<string, unknown>) => asked.push(changes) } as unknown as ListState;
  narrow(list, { service: "s" });
  narrow(list, { service: "s", api: "a" });
  narrow(list, { status: "5xx" });
  expect(asked).toEqual([
    { service: "s", api: undefined, after: undefined },
    { service: "s", api: "a", after: undefined },
    { status: "5xx", after: undefined },
  ]);
});

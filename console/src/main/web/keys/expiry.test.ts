import { expect, test } from "vitest";
import { DAYS, expiresAt } from "./expiry";

test("a key ends in whole seconds, in UTC, or never", () => {
  const now = Date.UTC(2026, 0, 31, 10, 42, 0, 123);
  expect(expiresAt({ choice: "never", date: "" }, now)).toBeUndefined();
  expect(DAYS.map((days) => expiresAt({ choice: String(days), date: "" }, now))).toEqual(["2026-03-02T10:42:00Z", "2026-05-01T10:42:00Z", "2027-01-31T10:42:00Z"]);
  expect(expiresAt({ choice: "date", date: new Date(now).toISOString() }, now)).toBe("2026-01-31T10:42:00Z");
  expect(expiresAt({ choice: "date", date: "" }, now)).toBeUndefined();
});

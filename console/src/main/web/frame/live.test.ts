import { expect, test, vi } from "vitest";
import { refresher } from "./live";

test("what comes together is read anew once, what comes during reading once more, and reading is never cut off", async () => {
  vi.useFakeTimers();
  let running = 0;
  let most = 0;
  let times = 0;
  const seen = refresher(async () => {
    times++;
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    running--;
  }, 300);
  for (let n = 0; n < 50; n++) seen();
  await vi.advanceTimersByTimeAsync(400);
  expect(times).toBe(1);
  for (let n = 0; n < 50; n++) seen();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(times).toBe(2);
  expect(most).toBe(1);
  vi.useRealTimers();
});

test("one that fails does not end it", async () => {
  vi.useFakeTimers();
  let times = 0;
  const seen = refresher(async () => {
    times++;
    throw new Error("away");
  }, 10);
  seen();
  await vi.advanceTimersByTimeAsync(100);
  seen();
  await vi.advanceTimersByTimeAsync(100);
  expect(times).toBe(2);
  vi.useRealTimers();
});

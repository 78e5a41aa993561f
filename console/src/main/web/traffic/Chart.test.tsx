import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { Chart } from "./Chart";

const minutes = Array.from({ length: 20 }, (_, index) => new Date(Date.UTC(2026, 0, 31, 10, index)).toISOString());
const picked: number[] = [];

function Page({ values }: { values: number[] }) {
  const [at, setAt] = useState<number>();
  return <Chart title="Requests" kind="bars" series={[{ key: "a", label: "answered", values, overall: 0, tone: "2xx" }]} minutes={minutes} format={String} at={at} onAt={setAt} onPick={(index) => picked.push(index)} none="nothing" />;
}

test("a chart is read minute by minute with the keyboard, and a minute is chosen by Enter", async () => {
  render(<Page values={minutes.map((_, index) => index * 7)} />);
  const plot = screen.getByRole("slider", { name: "Requests" });
  await userEvent.tab();
  expect(document.activeElement).toBe(plot);
  const now = () => [Number(plot.getAttribute("aria-valuenow")), plot.getAttribute("aria-valuetext")!.replace(/^.*: /, "")];
  expect(now()).toEqual([19, "answered 133"]);
  await userEvent.keyboard("{ArrowLeft}");
  expect(now()).toEqual([18, "answered 126"]);
  await userEvent.keyboard("{PageUp}");
  expect(now()).toEqual([19, "answered 133"]);
  await userEvent.keyboard("{PageDown}{Enter}");
  expect(picked).toEqual([9]);
  await userEvent.keyboard("{Home}");
  expect(now()).toEqual([0, "answered 0"]);
});

test("where there is nothing, it says so and is no stop of the keyboard", () => {
  const { container } = render(<Page values={minutes.map(() => 0)} />);
  expect(container.textContent).toContain("nothing");
  expect(container.querySelector("[role=slider], [tabindex]")).toBeNull();
});

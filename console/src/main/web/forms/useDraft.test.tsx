import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { RouterProvider, createMemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, test } from "vitest";
import { useDraft, type Draft } from "./useDraft";

let draft: Draft<{ name: string; port?: number }>;

function Form({ initial, version }: { initial: { name: string; port?: number }; version?: number }) {
  draft = useDraft("test", initial, version);
  return <>{draft.leaving}</>;
}

function open(initial: { name: string; port?: number } = { name: "" }, version?: number) {
  const router = createMemoryRouter([
    { path: "/", element: <Form initial={initial} version={version} /> },
    { path: "/else", element: <p>elsewhere</p> },
  ]);
  const { unmount } = render(<RouterProvider router={router} />);
  return { router, unmount };
}

beforeEach(() => sessionStorage.clear());
let close: () => void = () => undefined;
afterEach(() => close());

test("what is typed is kept until it is saved", () => {
  let { unmount } = open();
  expect(draft.dirty).toBe(false);
  act(() => draft.set("/name", "orders"));
  expect(draft).toMatchObject({ dirty: true, restored: false, values: { name: "orders" } });
  unmount();
  ({ unmount } = open());
  expect(draft).toMatchObject({ dirty: true, restored: true, base: { name: "" }, values: { name: "orders" } });
  act(() => draft.done());
  unmount();
  ({ unmount: close } = open());
  expect(draft).toMatchObject({ dirty: false, values: { name: "" } });
});

test("a field that is set back makes it clean", () => {
  ({ unmount: close } = open({ name: "a" }));
  act(() => draft.set("/port", 1));
  act(() => draft.set("/port", undefined));
  expect(draft.dirty).toBe(false);
  expect(sessionStorage.length).toBe(0);
});

test("what was typed on an older version says so, and goes on from the newer", () => {
  const { unmount } = open({ name: "a", port: 1 }, 1);
  act(() => draft.set("/name", "mine"));
  unmount();
  ({ unmount: close } = open({ name: "a", port: 2 }, 2));
  expect(draft).toMatchObject({ outdated: true, version: 1, base: { port: 1 } });
  act(() => draft.rebase({ name: "a", port: 2 }, 2, { name: "mine", port: 2 }));
  expect(draft).toMatchObject({ outdated: false, dirty: true, version: 2 });
});

test("leaving asks; staying stays, and discarding forgets", async () => {
  const { router, unmount } = open();
  close = unmount;
  const user = userEvent.setup();
  act(() => draft.set("/name", "orders"));
  await act(() => router.navigate("/else"));
  await user.click(screen.getByRole("button", { name: "Stay" }));
  expect(router.state.location.pathname).toBe("/");
  await act(() => router.navigate("/else"));
  await user.click(screen.getByRole("button", { name: "Discard and leave" }));
  expect(router.state.location.pathname).toBe("/else");
  expect(sessionStorage.length).toBe(0);
});

test("what is saved is left without a question", async () => {
  const { router, unmount } = open();
  close = unmount;
  act(() => draft.set("/name", "orders"));
  act(() => draft.done());
  await act(() => router.navigate("/else"));
  expect(router.state.location.pathname).toBe("/else");
});

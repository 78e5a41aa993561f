import { act, render, screen } from "@testing-library/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider, createMemoryRouter } from "react-router";
import { afterEach, expect, test } from "vitest";
import { AtProvider } from "../frame/at";
import { useSession } from "./session";
import { Writable } from "./Writable";

let close: () => void = () => undefined;
afterEach(() => close());

function Who() {
  return <output>{useSession().data?.role ?? "nobody"}</output>;
}

function open(role: string | undefined, path = "/", admin = false) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  const store = (as: string | undefined) => queries.setQueryData(["/v1/session"], as === undefined ? null : { role: as });
  store(role);
  const router = createMemoryRouter([{ path: "*", element: <AtProvider><Writable admin={admin}><input aria-label="form" /></Writable><Who /></AtProvider> }], { initialEntries: [path] });
  ({ unmount: close } = render(<QueryClientProvider client={queries}><RouterProvider router={router} /></QueryClientProvider>));
  return async (as: string | undefined) => {
    act(() => void store(as));
    await screen.findByText(as ?? "nobody");
  };
}

const form = () => screen.queryByLabelText("form");

test.each([
  ["VIEWER", false, false],
  ["AUDITOR", false, false],
  ["OPERATOR", false, true],
  ["OPERATOR", true, false],
  ["ADMIN", false, true],
  ["ADMIN", true, true],
])("%s, for administrators only %s: %s", (role, admin, shown) => {
  open(role, "/", admin);
  expect(form() !== null).toBe(shown);
  if (!shown) expect(screen.getByText(`Your role, ${role.toLowerCase()}, may not change this.`)).toBeTruthy();
});

test("the past cannot be changed, and leads back to now", async () => {
  open("ADMIN", "/?at=12");
  expect(form()).toBeNull();
  await act(async () => screen.getByRole("button", { name: "Back to now" }).click());
  expect(form()).not.toBeNull();
});

test("a form stays when the session ends, until somebody logs in who may not", async () => {
  const logIn = open("OPERATOR");
  const before = form();
  await logIn(undefined);
  expect(form()).toBe(before);
  await logIn("ADMIN");
  expect(form()).toBe(before);
  await logIn("VIEWER");
  expect(form()).toBeNull();
});

test("nobody gets a form before somebody is logged in", async () => {
  const logIn = open(undefined);
  expect(form()).toBeNull();
  await logIn("OPERATOR");
  expect(form()).not.toBeNull();
});

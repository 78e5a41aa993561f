import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ReviewPanel } from "./ReviewPanel";

// A server that answers as it is told, and what it was asked.
let server: Server;
let base: string;
let asked: string[];
let answer: (request: string) => [status: number, body: object];

beforeEach(async () => {
  sessionStorage.clear();
  asked = [];
  server = createServer((request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*").setHeader("Access-Control-Allow-Headers", "*").setHeader("Access-Control-Allow-Methods", "*");
    if (request.method === "OPTIONS") return void response.end();
    const what = `${request.method} ${request.url}`;
    asked.push(what);
    const [status, body] = answer(what);
    response.statusCode = status;
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
});
let close: () => void = () => undefined;
afterEach(() => {
  close();
  server.close();
});

const DRY = { position: 1, events: [{ type: "a", subject: "b" }], changes: [], effects: [] };
const tried = (request: string) => request.includes("dry_run");

function open(props: { before?: { name: string }; method?: "PATCH" | "DELETE"; done?: () => void; onBack?: () => void }) {
  const { before, method = "PATCH", ...rest } = props;
  ({ unmount: close } = render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MemoryRouter>
        <ReviewPanel<{ name: string }, { name: string }>
          write={{ method, path: base, body: method === "PATCH" ? { name: "b" } : undefined, version: 1 }}
          before={before}
          after={{ name: "b" }}
          label={(pointer) => pointer}
          fieldsOf={({ name }) => ({ name })}
          onBack={() => undefined}
          onSaved={() => undefined}
          {...rest}
        />
      </MemoryRouter>
    </QueryClientProvider>,
  ));
}

const press = async (name: string) => userEvent.click(await screen.findByRole("button", { name }));

test("trying again repeats the save, and a save is not asked about again", async () => {
  let saves = 0;
  answer = (request) => (tried(request) ? [200, DRY] : ++saves === 1 ? [503, { code: "BUSY", detail: "busy" }] : [200, { name: "b" }]);
  let done = 0;
  open({ before: { name: "a" }, done: () => done++ });
  await waitFor(() => expect(asked.length).toBe(1));
  await press("Save");
  await press("Try again");
  await waitFor(() => expect(done).toBe(1));
  expect(screen.queryByText("busy")).toBeNull();
  expect(asked.map(tried)).toEqual([true, false, false]);
});

test("the draft is done with even if the panel has gone before the answer", async () => {
  answer = (request) => [200, tried(request) ? DRY : { name: "b" }];
  let done = 0;
  open({ before: { name: "a" }, done: () => done++ });
  await press("Save");
  close();
  await waitFor(() => expect(done).toBe(1));
});

test("a conflict without fields begins anew", async () => {
  answer = () => [412, { code: "VERSION_CONFLICT", detail: "newer" }];
  let anew = 0;
  open({ method: "DELETE", onBack: () => anew++ });
  await press("Go on from what is there now");
  expect(anew).toBe(1);
});

test("a conflict whose other side cannot be read says so, and can be tried again", async () => {
  let reads = 0;
  answer = (request) => (!request.startsWith("GET") ? [412, { detail: "newer" }] : ++reads === 1 ? [503, { detail: "away" }] : [200, { name: "c" }]);
  open({ before: { name: "a" } });
  await press("Compare, and go on from there");
  await screen.findByText(/away/);
  await press("Try again");
  await screen.findByRole("button", { name: "Go on with this" });
});

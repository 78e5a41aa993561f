import type { ComponentType } from "react";
import { Navigate, createBrowserRouter, type RouteObject } from "react-router";
import { Broken, Frame, NotFound } from "./frame/Frame";

/** An area of pages: a chunk of its own, with the routes below its path. */
const area = (path: string, load: () => Promise<{ Area: ComponentType }>): RouteObject => ({
  path,
  errorElement: <Broken />,
  lazy: async () => ({ Component: (await load()).Area }),
});

/** The pages, each with a URL of its own below /ui. */
export const router = createBrowserRouter(
  [
    {
      element: <Frame />,
      errorElement: <Broken />,
      hydrateFallbackElement: <></>,
      children: [
        { index: true, element: <Navigate to="overview" replace /> },
        area("overview/*", () => import("./overview")),
        area("upstreams/*", () => import("./upstreams")),
        area("services/*", () => import("./service")),
        area("network/*", () => import("./network")),
        area("domains/*", () => import("./domains")),
        area("try/*", () => import("./tries")),
        area("traffic/*", () => import("./traffic")),
        area("requests/*", () => import("./requests")),
        area("data-plane/*", () => import("./replicas")),
        area("history/*", () => import("./history")),
        area("keys/*", () => import("./keys")),
        { path: "*", element: <NotFound /> },
      ],
    },
  ],
  { basename: "/ui" },
);

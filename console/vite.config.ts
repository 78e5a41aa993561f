import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Where a running control-api answers, for `npm run dev`.
const management = process.env.WEIR_URL ?? "http://localhost:8080";

export default defineConfig({
  root: "src/main/web",
  base: "/ui/",
  plugins: [react()],
  build: {
    outDir: "../../../target/classes/META-INF/console",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: Number(process.env.PORT ?? 5173),
    strictPort: true,
    proxy: Object.fromEntries(
      ["/v1", "/login", "/openapi"].map((path) => [
        path,
        {
          target: management,
          changeOrigin: true,
          configure: (proxy) => proxy.on("proxyReq", (request) => request.getHeader("origin") && request.setHeader("origin", management)),
        },
      ]),
    ),
  },
});

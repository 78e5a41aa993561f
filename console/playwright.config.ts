import { defineConfig } from "@playwright/test";

// Against a whole Weir, which `./weir test console` starts: WEIR_URL and WEIR_KEY say where it is and let one in.
export default defineConfig({
  testDir: "src/test/e2e",
  outputDir: "target/playwright",
  workers: 1,
  retries: process.env.WEIR_BROWSER_REQUIRED ? 2 : 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.WEIR_URL ?? "http://localhost:8080",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    // recording doubles the time of every test
    trace: "on-first-retry",
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: process.env.WEIR_BROWSER ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});

import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

// The pictures of docs/console.md, of a Weir that holds nothing else (docs/console.md says how).
export default defineConfig({ ...tests, testDir: "src/test/pictures" });

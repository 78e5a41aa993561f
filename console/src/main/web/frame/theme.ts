// Light or dark, as chosen or as the system has it.
export type Theme = "system" | "light" | "dark";

const STORED = "weir.theme";
const DARK = "pf-v6-theme-dark";
const system = window.matchMedia("(prefers-color-scheme: dark)");

export function theme(): Theme {
  const stored = localStorage.getItem(STORED);
  return stored === "light" || stored === "dark" ? stored : "system";
}

function apply(): void {
  document.documentElement.classList.toggle(DARK, theme() === "dark" || (theme() === "system" && system.matches));
}

export function chooseTheme(chosen: Theme): void {
  localStorage.setItem(STORED, chosen);
  apply();
}

system.addEventListener("change", apply);
apply();

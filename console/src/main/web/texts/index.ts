// Every text of the console, by area. A text names its values in braces; one that counts `n` has two forms, parted by " | ".
import { en } from "./en";

/** The same areas and keys in another language. */
export type Texts = { [Area in keyof typeof en]: { [Key in keyof (typeof en)[Area]]: string } };
export type TextKey = { [Area in keyof typeof en]: `${Area & string}.${keyof (typeof en)[Area] & string}` }[keyof typeof en];
export type Language = "en" | "zh";

const STORED = "weir.language";

/** The language of the console: what was chosen, or that of the browser. */
export const language: Language = (localStorage.getItem(STORED) ?? navigator.language).startsWith("zh") ? "zh" : "en";
document.documentElement.lang = language;

/** How times and numbers are written: as the browser does it, if it does so in the language of the console. */
export const locale = navigator.languages?.find((each) => each.startsWith(language)) ?? language;

export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(STORED, chosen);
  window.location.reload();
}

const texts: Texts = language === "zh" ? (await import("./zh")).zh : en;

/** A text in the chosen language. */
export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  const [area, name] = key.split(".") as [keyof Texts, string];
  return fill((texts[area] as Record<string, string>)[name] ?? key, values);
}

export function fill(text: string, values: Record<string, string | number>): string {
  const forms = text.split(" | ");
  const form = forms.length === 2 && values.n !== 1 ? forms[1]! : forms[0]!;
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? value.toLocaleString(locale) : value;
  });
}

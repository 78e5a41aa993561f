import { locale } from "../texts";

const format = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** Hour and minute of a time, in the browser's zone. */
export function clock(at: string): string {
  return format.format(new Date(at));
}

import { useEffect, useState } from "react";
import { locale } from "../texts";

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
];
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
const local = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });

/** A time as the browser's time zone has it. */
export function timeOf(at: string | number): string {
  return local.format(new Date(at));
}

export function ago(at: string, now = Date.now()): string {
  const millis = new Date(at).getTime() - now;
  const [unit, size] = UNITS.find(([, unitSize]) => Math.abs(millis) >= unitSize) ?? UNITS[3]!;
  return unit === "day" && Math.abs(millis) > 30 * size ? timeOf(at) : relative.format(Math.trunc(millis / size), unit);
}

/** "2 minutes ago", with the local and the UTC time on hover; or these at once. */
export function Time({ at, exact = false }: { at: string; exact?: boolean }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  const utc = new Date(at).toISOString();
  return (
    <time dateTime={utc} title={`${timeOf(at)} · ${utc}`}>
      {exact ? timeOf(at) : ago(at)}
    </time>
  );
}

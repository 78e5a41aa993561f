import type { ComponentProps } from "react";
import { Link as Plain } from "react-router";
import { useAt, withAt } from "../frame/at";

/** A link within the console; it keeps the time that is shown, in a new tab, too. */
export function Link({ to, ...props }: ComponentProps<typeof Plain>) {
  const at = useAt();
  return <Plain to={withAt(to, at)} {...props} />;
}

import { Alert as Plain, type AlertProps } from "@patternfly/react-core";
import { t, type TextKey } from "../texts";

const KINDS: Record<NonNullable<AlertProps["variant"]>, TextKey> = { custom: "parts.note", info: "parts.note", success: "parts.success", warning: "parts.warning", danger: "parts.danger" };

/** An alert that tells readers what kind it is in the language of the console. */
export function Alert(props: AlertProps) {
  return <Plain variantLabel={t(KINDS[props.variant ?? "custom"])} toggleAriaLabel={t("parts.details")} {...props} />;
}

import { ClipboardCopy, ClipboardCopyButton, CodeBlock, CodeBlockAction, CodeBlockCode } from "@patternfly/react-core";
import { useId, useState } from "react";
import { t } from "../texts";

/** Copies a text; browsers have their clipboard for pages of https and of localhost alone, so elsewhere it is selected and copied as a person would. */
export async function copy(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const had = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "pf-v6-screen-reader";
  // beside what has the focus: a dialog keeps it within
  (had?.parentElement ?? document.body).append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (had instanceof HTMLElement) had.focus();
  if (!done) throw new Error("The browser does not copy.");
}

/** A short text, such as an id or a URL, that can be copied. */
export function CopyText({ text }: { text: string }) {
  return (
    <ClipboardCopy variant="inline-compact" isCode hoverTip={t("parts.copy")} clickTip={t("parts.copied")} truncation={false} onCopy={() => void copy(text).catch(() => undefined)}>
      {text}
    </ClipboardCopy>
  );
}

/** Code of several lines that can be copied whole. */
export function Code({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const id = useId();
  return (
    <CodeBlock
      actions={
        <CodeBlockAction>
          <ClipboardCopyButton
            id={`${id}-copy`}
            aria-label={t("parts.copy")}
            variant="plain"
            onClick={() => {
              void copy(text).then(() => setCopied(true), () => undefined);
            }}
            onTooltipHidden={() => setCopied(false)}
          >
            {t(copied ? "parts.copied" : "parts.copy")}
          </ClipboardCopyButton>
        </CodeBlockAction>
      }
    >
      <CodeBlockCode id={id} tabIndex={0} role="region" aria-label={label}>
        {text}
      </CodeBlockCode>
    </CodeBlock>
  );
}

import { Button } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { t } from "../texts";
import type { Draft } from "./useDraft";
import { Alert } from "../parts/Alert";

/** The buttons of a form, in sight wherever it is scrolled to. */
export function FormFooter({ children }: { children: ReactNode }) {
  return <div className="weir-buttons weir-sticky">{children}</div>;
}

/** What there is to know of a draft: that it is back, or that somebody has saved meanwhile. */
export function DraftNotes<T>({ draft }: { draft: Draft<T> }) {
  return (
    <>
      {draft.restored && (
        <Alert isInline variant="info" title={t("forms.restored")} actionLinks={<Button variant="link" isInline onClick={draft.reset}>{t("forms.startAnew")}</Button>} />
      )}
      {draft.outdated && <Alert isInline variant="warning" title={t("forms.outdated")} />}
    </>
  );
}

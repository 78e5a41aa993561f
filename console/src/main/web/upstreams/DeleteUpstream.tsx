import { useState } from "react";
import type { Upstream } from "../api/types";
import { ConfirmDialog } from "../forms/ConfirmDialog";
import { RefusalDialog } from "../forms/RefusalDialog";
import { t } from "../texts";
import { useLetGo } from "./letGo";
import { Alert } from "../parts/Alert";

interface Props {
  upstream: Upstream;
  onClose: () => void;
  onDeleted: () => void;
}

/** Deletes an upstream; while APIs use it, leads through what must go first, until it can go. */
export function DeleteUpstream({ upstream: { id, name, version }, onClose, onDeleted }: Props) {
  const { steps, loading, dialog } = useLetGo(id);
  const [confirmed, setConfirmed] = useState(false);
  const shown = name || id;
  if (loading) return null;
  if (dialog) return dialog;
  if (steps.length > 0 && !confirmed) {
    return (
      <RefusalDialog title={t("upstreams.inUse", { name: shown })} steps={steps} finish={{ text: t("upstreams.deleteOne", { name: shown }), go: () => setConfirmed(true) }} onClose={onClose}>
        {steps.every(({ done }) => done) ? <Alert isInline isPlain variant="success" title={t("upstreams.free")} /> : <p>{t("upstreams.inUseBody")}</p>}
      </RefusalDialog>
    );
  }
  return (
    <ConfirmDialog
      title={t("upstreams.deleteOne", { name: shown })}
      // while steps were taken, its version may have grown by what others did
      write={{ method: "DELETE", path: `/v1/upstreams/${id}`, version: steps.length > 0 ? undefined : version }}
      action={t("parts.delete")}
      name={shown}
      onClose={onClose}
      onDone={onDeleted}
      onRefused={(problem) => problem.code === "IN_USE" && setConfirmed(false)}
    >
      <p>{t("upstreams.deleteBody")}</p>
    </ConfirmDialog>
  );
}

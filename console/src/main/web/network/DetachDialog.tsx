import { ConfirmDialog } from "../forms/ConfirmDialog";
import { t } from "../texts";
import type { Objects } from "./load";
import { nameOf } from "./names";

interface Props {
  link: { network: string; vpc: string };
  objects: Objects;
  onClose: () => void;
  onDone: () => void;
}

/** Before a VPC leaves a network: which APIs are answered 503 from then on. */
export function DetachDialog({ link, objects, onClose, onDone }: Props) {
  const vpc = nameOf(objects, link.vpc);
  return (
    <ConfirmDialog
      title={t("network.detachTitle", { vpc, network: nameOf(objects, link.network) })}
      write={{ method: "DELETE", path: `/v1/cloud-connect-networks/${link.network}/links/${link.vpc}` }}
      action={t("network.detach")}
      name={vpc}
      onClose={onClose}
      onDone={onDone}
    />
  );
}

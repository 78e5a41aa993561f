import { useState } from "react";
import type { Service } from "../../api/types";
import { t } from "../../texts";
import { useEnvironments } from "../data";

type Releases = readonly (string | undefined)[];

/** What a dialog asks about stays as it was when it was opened: releases, and the version of the service that had them. Where others have come meanwhile it says so, and takes them only on demand. */
export function useAsked(service: Service, now: Releases, /** Whether there is still something to ask. */ left: boolean, onTaken?: () => void) {
  const known = useEnvironments(service.id).data?.position ?? 0;
  const [asked, setAsked] = useState({ releases: now, version: service.version });
  const same = now.every((id, index) => id === asked.releases[index]);
  // what else was changed in the service makes no difference, once it is known that its environments were not
  if (same && known >= service.position && asked.version !== service.version) setAsked({ ...asked, version: service.version });
  const take = () => {
    setAsked({ releases: now, version: service.version });
    onTaken?.();
  };
  return { ...asked, meanwhile: same ? undefined : left ? { text: t("releases.meanwhile"), take } : { text: t("releases.meanwhileNothing") } };
}

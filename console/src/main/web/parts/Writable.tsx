import { Alert, Button } from "@patternfly/react-core";
import { useState, type ReactNode } from "react";
import { useAt, useTravel } from "../frame/at";
import { t } from "../texts";
import { useMayAdminister, useMayWrite, useSession } from "./session";

/** Around a form: the form where something may be changed, or why it may not. A form that is open stays as it is while nobody is logged in. */
export function Writable({ admin = false, children }: { /** Only administrators do it. */ admin?: boolean; children: ReactNode }) {
  const at = useAt();
  const travel = useTravel();
  const mayWrite = useMayWrite();
  const mayAdminister = useMayAdminister();
  const { data: session, isPending } = useSession();
  const may = admin ? mayAdminister : mayWrite;
  // a session that has ended tells nothing of the role; what was allowed last stays so until somebody logs in
  const [open, setOpen] = useState(may);
  const known = session !== undefined && session !== null;
  const now = known || may ? may : at === undefined && open;
  if (at === undefined && now !== open) setOpen(now);
  if (at !== undefined) {
    return (
      <Alert isInline variant="info" title={t("parts.pastForm")} actionLinks={<Button variant="link" isInline onClick={() => travel(undefined)}>{t("frame.backToNow")}</Button>} />
    );
  }
  if (now) return children;
  // who is not told yet, or is asked to log in, is not told of roles
  if (isPending || !known) return null;
  return <Alert isInline variant="info" title={t("frame.forbidden", { role: String(session.role).toLowerCase() })} />;
}

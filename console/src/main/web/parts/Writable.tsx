import { Button } from "@patternfly/react-core";
import { useState, type ReactNode } from "react";
import { useAt, useTravel } from "../frame/at";
import { t } from "../texts";
import { Alert } from "./Alert";
import type { Creatable } from "./scope";
import { useMayAdminister, useMayCreate, useMayWrite, useOutside, useRoleName, useSession } from "./session";
import { OutsideAlert } from "./Within";

interface Props {
  /** Only administrators do it. */
  admin?: boolean;
  /** What the form creates, if that may lie in another place than the page. */
  create?: Creatable;
  children: ReactNode;
}

/** Around a form: the form where something may be changed, or why it may not. A form that is open stays as it is while nobody is logged in. */
export function Writable({ admin = false, create, children }: Props) {
  const at = useAt();
  const travel = useTravel();
  const mayWriteHere = useMayWrite();
  const mayCreate = useMayCreate(create ?? "vpc");
  const mayWrite = create === undefined ? mayWriteHere : mayCreate;
  const role = useMayWrite("anywhere");
  const outside = useOutside();
  const mayAdminister = useMayAdminister();
  const roleName = useRoleName();
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
  if (role && !admin) {
    // what it lies in is not read yet
    if (create === undefined && !outside) return null;
    return <OutsideAlert />;
  }
  return <Alert isInline variant="info" title={t("frame.forbidden", { role: roleName.toLowerCase() })} />;
}

import { Label } from "@patternfly/react-core";
import type { Domain } from "../api/types";
import { t, type TextKey } from "../texts";
import { Link } from "./Link";

const STATES: Record<NonNullable<Domain["certificateState"]>, [TextKey, "success" | "danger"]> = {
  PRESENT: ["parts.certificatePresent", "success"],
  MISSING: ["parts.certificateMissing", "danger"],
  EXPIRED: ["parts.certificateExpired", "danger"],
};

/** The certificate that a domain names, and whether the replicas have it; in the past nobody knows that. */
export function DomainCertificate({ domain: { certificate, certificateState }, none }: { domain: Domain; none: string }) {
  const [text, status] = (certificateState && STATES[certificateState]) ?? [];
  return (
    <>
      {certificate ? <Link to={`/data-plane/certificates?q=${encodeURIComponent(certificate)}`}><code>{certificate}</code></Link> : <span className="weir-subtle">{none}</span>}{" "}
      {text && <Label isCompact status={status}>{t(text)}</Label>}
    </>
  );
}

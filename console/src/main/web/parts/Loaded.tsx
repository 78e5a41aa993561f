import { Skeleton } from "@patternfly/react-core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import type { Problem } from "../api/client";
import { t } from "../texts";
import { Alert } from "./Alert";
import { ProblemView } from "./ProblemView";
import { timeOf } from "./Time";

const PATIENCE_MILLIS = 150;

/** True once the time in which people see no delay is over. */
function useSlow(): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  return slow;
}

function Skeletons() {
  return useSlow() ? (
    <div className="weir-skeletons" role="status" aria-label={t("parts.loading")}>
      {[70, 90, 80, 60].map((width) => (
        <Skeleton key={width} width={`${width}%`} />
      ))}
    </div>
  ) : null;
}

/** Who is still waiting after that is told what keeps him. */
const PATIENT_FAILURES = 2;

/** What a query answered: skeletons until it has, the old with a note while it cannot be read anew, a problem if there is nothing. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T, Problem>; children: (data: T) => ReactNode }) {
  if (query.data === undefined) {
    const problem = query.error ?? (query.failureCount >= PATIENT_FAILURES ? query.failureReason : null);
    return problem ? <ProblemView problem={problem} again={() => void query.refetch()} /> : <Skeletons />;
  }
  return (
    <>
      {query.error && (
        <Alert isInline isPlain variant="warning" title={query.error.code === "POSITION_NOT_REACHED" ? t("parts.stale") : t("parts.away", { detail: query.error.message, time: timeOf(query.dataUpdatedAt) })} />
      )}
      {children(query.data)}
    </>
  );
}

import { Button, List, ListItem } from "@patternfly/react-core";
import { Problem } from "../api/client";
import { t } from "../texts";
import { Alert } from "./Alert";

/** What went wrong, whole: every violation, and what to name to whoever looks into the logs. */
export function ProblemView({ problem, again }: { problem: Error; again?: () => void }) {
  const errors = problem instanceof Problem ? problem.errors : [];
  const correlation = problem instanceof Problem ? problem.correlation : undefined;
  return (
    <Alert
      isInline
      variant="danger"
      title={problem.message}
      actionLinks={again && <Button variant="link" isInline onClick={again}>{t("parts.retry")}</Button>}
    >
      {errors.length > 0 && (
        <List>
          {errors.map((error, index) => (
            <ListItem key={index}>{[error.pointer ?? error.parameter ?? error.header, error.detail].filter(Boolean).join(": ")}</ListItem>
          ))}
        </List>
      )}
      {correlation && <small>{t("parts.requestId", { id: correlation })}</small>}
    </Alert>
  );
}

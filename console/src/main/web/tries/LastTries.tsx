import { Button, Card, CardBody, CardTitle } from "@patternfly/react-core";
import { StatusLabel } from "../requests/StatusLabel";
import { duration } from "../requests/words";
import { Time } from "../parts/Time";
import { t } from "../texts";
import { forgetTries, useLastTries, type Kept } from "./kept";

/** The last tries of this tab, each to be looked at and sent again. */
export function LastTries({ shown, show }: { shown: Kept | undefined; show: (kept: Kept) => void }) {
  const tries = useLastTries();
  if (tries.length === 0) return null;
  return (
    <Card isCompact>
      <CardTitle component="h2">{t("tries.last")}</CardTitle>
      <CardBody className="weir-stack">
        <ul className="weir-last-tries" aria-label={t("tries.last")}>
          {tries.map((kept) => {
            const { values, answer, problem, at } = kept;
            const where = values.by === "host" ? values.host : values.environment;
            return (
              <li key={at}>
                <Button variant="link" isInline aria-current={kept.at === shown?.at ? "true" : undefined} onClick={() => show(kept)}>
                  {values.method} {values.path}
                </Button>{" "}
                {answer ? (
                  <>
                    <StatusLabel status={answer.status} short /> <span className="weir-subtle">{duration(answer.micros)}</span>
                  </>
                ) : (
                  <span className="weir-subtle">{problem}</span>
                )}{" "}
                <span className="weir-subtle">
                  {where} · <Time at={new Date(at).toISOString()} />
                </span>
              </li>
            );
          })}
        </ul>
        <div>
          <Button variant="link" isInline onClick={forgetTries}>
            {t("tries.forget")}
          </Button>
        </div>
      </CardBody>
    </Card>
  );
}

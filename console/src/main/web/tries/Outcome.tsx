import { Card, CardBody, CardTitle, Label } from "@patternfly/react-core";
import type { TryAnswer } from "../api/types";
import { Alert } from "../parts/Alert";
import { Code } from "../parts/Copy";
import { Link } from "../parts/Link";
import { Time } from "../parts/Time";
import { RequestFacts } from "../requests/RequestFacts";
import { RouteEvents } from "../requests/RouteEvents";
import { MOST_TIMES, useRequest } from "../requests/useRequest";
import { Waterfall } from "../requests/Waterfall";
import { duration, failureText, size, statusText } from "../requests/words";
import { t } from "../texts";
import type { Kept } from "./kept";
import { bodyOf, curlOf } from "./model";

/** What came of a try: the answer, the attempts in time, and who made the route what it is. */
export function Outcome({ kept, answer }: { kept: Kept; answer: TryAnswer }) {
  const details = useRequest(answer.requestId, true);
  const request = details.data ?? answer.request;
  const attempts = request?.attempts.length;
  const { status, micros } = answer;
  const values = { time: duration(micros), answer: statusText(status) };
  const title = attempts === undefined ? t("tries.answeredIn", values) : t("tries.answeredAfter", { ...values, n: attempts });
  const failure = request?.failure;
  return (
    <section aria-label={t("tries.outcome")} className="weir-stack">
      <div role="status">
        <Alert isInline component="h2" variant={status >= 500 ? "danger" : status >= 400 ? "warning" : "success"} title={title}>
          {failure && (
            <>
              {failureText(failure) ?? failure} <code>{failure}</code>{" "}
            </>
          )}
          <Link to={`/requests/${encodeURIComponent(answer.requestId)}`}>{t("tries.itsPage")}</Link> · {t("tries.throughReplica", { replica: answer.replicaId })} · <Time at={answer.sentAt} />
        </Alert>
      </div>
      <div className="weir-pair">
        <div className="weir-stack">
          <Card isCompact>
            <CardTitle component="h2">{t("requests.way")}</CardTitle>
            <CardBody className="weir-stack">
              {request ? (
                <>
                  <Waterfall request={request} />
                  <RequestFacts of={request} times={false} />
                </>
              ) : (
                <p className="weir-subtle">{t(details.errorUpdateCount < MOST_TIMES ? "tries.onItsWay" : "tries.notTold")}</p>
              )}
            </CardBody>
          </Card>
          {details.data && (
            <Card isCompact>
              <CardTitle component="h2">{t("requests.why")}</CardTitle>
              <CardBody>
                <RouteEvents details={details.data} />
              </CardBody>
            </Card>
          )}
        </div>
        <Card isCompact>
          <CardTitle component="h2">{t("tries.answer")}</CardTitle>
          <CardBody className="weir-stack">
            <Answered answer={answer} />
            <h3 className="weir-part">{t("tries.command")}</h3>
            <Code label={t("tries.command")} text={curlOf(kept.values, answer) ?? ""} />
          </CardBody>
        </Card>
      </div>
    </section>
  );
}

/** The head and the body of an answer. */
function Answered({ answer }: { answer: TryAnswer }) {
  const { status, headers, bytes, bodyTruncated } = answer;
  const { kind, text } = bodyOf(answer);
  return (
    <>
      <h3 className="weir-part">{t("tries.head")}</h3>
      <Code label={t("tries.head")} text={[statusText(status), ...headers.map(({ name, value }) => `${name}: ${value}`)].join("\n")} />
      <h3 className="weir-part">
        {t("tries.body")} <Label isCompact>{size(bytes)}</Label>
      </h3>
      {kind === "none" && <p className="weir-subtle">{t("tries.noBody")}</p>}
      {kind === "bytes" && <p className="weir-subtle">{t("tries.bytesBody")}</p>}
      {bodyTruncated && <Alert isInline isPlain variant="warning" title={t("tries.cut", { bytes: size(bytes) })} />}
      {kind !== "none" && (
        <div className="weir-body">
          <Code label={t("tries.body")} text={text} />
        </div>
      )}
    </>
  );
}

import { Button, Card, CardBody, CardTitle, EmptyState, EmptyStateBody, PageSection } from "@patternfly/react-core";
import { useParams } from "react-router";
import type { RequestDetails } from "../api/types";
import { Alert } from "../parts/Alert";
import { CopyText } from "../parts/Copy";
import { Link } from "../parts/Link";
import { Loaded } from "../parts/Loaded";
import { PageTitle } from "../parts/PageTitle";
import { useMayWrite } from "../parts/session";
import { Time } from "../parts/Time";
import { t } from "../texts";
import { againLink } from "../tries/link";
import { RequestFacts } from "./RequestFacts";
import { RouteEvents } from "./RouteEvents";
import { StatusLabel } from "./StatusLabel";
import { useRequest } from "./useRequest";
import { Waterfall } from "./Waterfall";
import { duration, failureText } from "./words";
import "./requests.css";

/** One request: what became of it, at which nodes, by which configuration, and who made that so. */
export function RequestPage() {
  const { requestId = "" } = useParams();
  const query = useRequest(requestId);
  const request = query.data;
  const mayWrite = useMayWrite();
  const again = request && againLink(request);
  return (
    <>
      <PageTitle
        title={request ? `${request.method} ${request.path ?? request.uri ?? ""}` : t("requests.one")}
        state={request && <StatusLabel status={request.status} />}
        above={[{ text: t("traffic.title"), to: "/traffic" }]}
        facts={
          <>
            <CopyText text={requestId} />
            {request && (
              <>
                {" · "}
                <Time at={request.at} /> · {t("requests.tookAttempts", { time: duration(request.micros), n: request.attempts.length })}
              </>
            )}
          </>
        }
        actions={mayWrite && again && <Button variant="secondary" component={(props) => <Link {...props} to={again} />}>{t("tries.title")}</Button>}
      />
      <PageSection hasBodyWrapper={false}>
        {query.error?.status === 404 && request === undefined ? (
          <EmptyState titleText={t("requests.unknown")} headingLevel="h2">
            <EmptyStateBody>{t("requests.unknownBody")}</EmptyStateBody>
          </EmptyState>
        ) : (
          <Loaded query={query}>{(found) => <Body request={found} />}</Loaded>
        )}
      </PageSection>
    </>
  );
}

function Body({ request }: { request: RequestDetails }) {
  const { failure } = request;
  return (
    <div className="weir-stack">
      {failure && <Alert isInline variant="danger" title={failureText(failure) ?? failure}>{<code>{failure}</code>}</Alert>}
      <div className="weir-pair">
        <div className="weir-stack">
          <Card isCompact>
            <CardTitle component="h2">{t("requests.way")}</CardTitle>
            <CardBody>
              <Waterfall request={request} />
            </CardBody>
          </Card>
          <Card isCompact>
            <CardTitle component="h2">{t("requests.why")}</CardTitle>
            <CardBody>
              <RouteEvents details={request} />
            </CardBody>
          </Card>
        </div>
        <Card isCompact>
          <CardTitle component="h2">{t("requests.facts")}</CardTitle>
          <CardBody>
            <RequestFacts of={request} />
          </CardBody>
        </Card>
      </div>
    </div>
  );
}

import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { KeptRequest } from "../api/types";
import { Link } from "../parts/Link";
import { useNames } from "../parts/names";
import { Time } from "../parts/Time";
import { t } from "../texts";
import { StatusLabel } from "./StatusLabel";
import { duration, resultText } from "./words";
import "./requests.css";

/** Requests, each with what became of it, leading to its page. */
export function RequestTable({ requests, label }: { requests: KeptRequest[]; label: string }) {
  const names = useNames(
    requests.flatMap(({ serviceId, apiId, upstreamId }) => [
      ...(serviceId ? [{ kind: "service" as const, id: serviceId }] : []),
      ...(serviceId && apiId ? [{ kind: "api" as const, id: apiId, serviceId }] : []),
      ...(upstreamId ? [{ kind: "upstream" as const, id: upstreamId }] : []),
    ]),
  );
  const nameOf = (id: string) => names.get(id)?.name ?? id;
  const labels = [t("requests.request"), t("requests.answer"), t("requests.took"), t("requests.attempts"), t("requests.api"), t("requests.when")];
  return (
    <Table aria-label={label} variant="compact" gridBreakPoint="grid-md" className="weir-requests">
      <Thead>
        <Tr>
          <Th width={25}>{labels[0]}</Th>
          <Th width={15}>{labels[1]}</Th>
          <Th className="weir-numeric">{labels[2]}</Th>
          <Th width={20}>{labels[3]}</Th>
          <Th width={15}>{labels[4]}</Th>
          <Th width={15}>{labels[5]}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {requests.map((request) => (
          <Tr key={`${request.replicaId} ${request.requestId} ${request.at}`}>
            <Td dataLabel={labels[0]} modifier="breakWord">
              <Link to={`/requests/${encodeURIComponent(request.requestId)}`}>
                {request.method} {request.path ?? request.uri}
              </Link>
              {request.host && <div className="weir-subtle">{request.host}</div>}
            </Td>
            <Td dataLabel={labels[1]}>
              <StatusLabel status={request.status} short />
              {request.failure && <div className="weir-subtle">{request.failure}</div>}
            </Td>
            <Td dataLabel={labels[2]} className="weir-numeric" modifier="nowrap">{duration(request.micros)}</Td>
            <Td dataLabel={labels[3]} modifier="breakWord">
              <Attempts of={request} />
            </Td>
            <Td dataLabel={labels[4]} modifier="breakWord">
              {request.apiId ? request.serviceId ? <Link to={`/services/${request.serviceId}/apis/${request.apiId}`}>{nameOf(request.apiId)}</Link> : request.apiId : t("requests.noRoute")}
              {request.serviceId && <div className="weir-subtle">{[nameOf(request.serviceId), request.environment].filter(Boolean).join(", ")}</div>}
            </Td>
            <Td dataLabel={labels[5]}>
              <Time at={request.at} />
              <div className="weir-subtle">{request.replicaId}</div>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

const MOST_ATTEMPTS = 3;

/** The nodes that were asked, and what became of it where it was not an answer. */
function Attempts({ of: { attempts } }: { of: KeptRequest }) {
  if (attempts.length === 0) return <>{t("parts.none")}</>;
  const more = attempts.length - MOST_ATTEMPTS;
  return (
    <>
      {attempts.slice(0, MOST_ATTEMPTS).map(({ node, result }, index) => (
        <div key={index} className="weir-subtle">
          <code>{node}</code>
          {result !== "answered" && <> {resultText(result)}</>}
        </div>
      ))}
      {more > 0 && <div className="weir-subtle">{t("history.more", { n: more })}</div>}
    </>
  );
}

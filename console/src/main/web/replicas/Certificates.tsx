import { Label } from "@patternfly/react-core";
import { Fragment } from "react";
import { useList } from "../api/hooks";
import type { Certificate } from "../api/types";
import { Link } from "../parts/Link";
import { ObjectTable, type Column } from "../parts/ObjectTable";
import { Time, timeOf } from "../parts/Time";
import { useListState } from "../parts/listState";
import { t } from "../texts";
import { expiryOf, holdersOf, problemsOf } from "./certificates";

const OFTEN_MILLIS = 10_000;

const COLUMNS: Column<Certificate>[] = [
  { key: "name", label: t("replicas.certificate"), sort: "name", width: 20, cell: ({ name }) => <b>{name}</b> },
  { key: "hosts", label: t("replicas.hostNames"), width: 20, cell: ({ names = [] }) => (names.length > 0 ? <Some of={names} /> : "–") },
  { key: "expires", label: t("replicas.notAfter"), sort: "expires", width: 20, cell: ({ notAfter }) => <Expiry notAfter={notAfter} /> },
  { key: "problem", label: t("replicas.problem"), width: 20, cell: (certificate) => <Problems certificate={certificate} /> },
  { key: "replicas", label: t("replicas.onReplicas"), width: 20, cell: (certificate) => <Holders certificate={certificate} /> },
];

/** The certificates of live replicas, what expires soonest first. */
export function Certificates() {
  const list = useListState([], "expires");
  const query = useList<Certificate>("/v1/certificates", list.params, { every: OFTEN_MILLIS, now: true });
  return (
    <ObjectTable
      label={t("replicas.certificates")}
      list={list}
      query={query}
      columns={COLUMNS}
      id={({ name }) => name}
      searches={t("replicas.searchCertificates")}
      empty={{ title: t("replicas.noCertificates"), body: t("replicas.noCertificatesBody") }}
    />
  );
}

function Expiry({ notAfter }: { notAfter: string | undefined }) {
  const { text, status } = expiryOf(notAfter);
  return (
    <>
      {notAfter && <div><Time at={notAfter} exact /></div>}
      {status ? <Label isCompact status={status}>{text}</Label> : <span className="weir-subtle">{text}</span>}
    </>
  );
}

function Problems({ certificate }: { certificate: Certificate }) {
  const problems = problemsOf(certificate);
  if (problems.length === 0) return t("parts.none");
  return problems.map(([problem, replicas]) => (
    <div key={problem}>
      {problem}
      {replicas.length > 0 && <div className="weir-subtle"><Replicas of={replicas} /></div>}
    </div>
  ));
}

function Holders({ certificate }: { certificate: Certificate }) {
  const { on, others, lacking } = holdersOf(certificate);
  return (
    <>
      {on.length > 0 && <div><Replicas of={on} /></div>}
      {others.map(([notAfter, replicas]) => <div key={notAfter}>{t("replicas.another", { time: timeOf(notAfter) })} <Replicas of={replicas} /></div>)}
      {lacking.length > 0 && <div>{t("replicas.lacks")} <Replicas of={lacking} /></div>}
      {on.length + others.length + lacking.length === 0 && "–"}
    </>
  );
}

const MOST = 5;

/** Replicas, as links to what is known of them. */
function Replicas({ of }: { of: string[] }) {
  return (
    <>
      {of.slice(0, MOST).map((replica, index) => (
        <Fragment key={replica}>
          {index > 0 && ", "}
          <Link to={`/data-plane?q=${encodeURIComponent(replica)}`}>{replica}</Link>
        </Fragment>
      ))}
      {of.length > MOST && <> {t("replicas.andMore", { n: of.length - MOST })}</>}
    </>
  );
}

function Some({ of }: { of: string[] }) {
  return <>{of.slice(0, MOST).join(", ")}{of.length > MOST && <> {t("replicas.andMore", { n: of.length - MOST })}</>}</>;
}

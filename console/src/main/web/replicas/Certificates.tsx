import { FormSelect, FormSelectOption, Label, ToolbarItem } from "@patternfly/react-core";
import { Fragment } from "react";
import { useList } from "../api/hooks";
import type { Certificate } from "../api/types";
import { Link } from "../parts/Link";
import { ObjectTable, type Column } from "../parts/ObjectTable";
import { Time, timeOf } from "../parts/Time";
import { useListState } from "../parts/listState";
import { t } from "../texts";
import { WITHIN_DAYS, expiresBefore, expiryOf, holdersOf, problemsOf } from "./certificates";

const WITHIN = "expires_within";
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
  const list = useListState([WITHIN], "expires");
  const days = list.filter(WITHIN);
  // the server is told a time, the URL how far ahead: a link means the same tomorrow
  const { [WITHIN]: _days, ...params } = list.params;
  const query = useList<Certificate>("/v1/certificates", { ...params, expires_before: expiresBefore(days) }, { every: OFTEN_MILLIS, now: true });
  return (
    <ObjectTable
      label={t("replicas.certificates")}
      list={list}
      query={query}
      columns={COLUMNS}
      id={({ name }) => name}
      searches={t("replicas.searchCertificates")}
      filters={
        <ToolbarItem>
          <FormSelect aria-label={t("replicas.notAfter")} value={days} onChange={(_event, chosen) => list.set({ [WITHIN]: chosen })}>
            <FormSelectOption value="" label={t("replicas.anyExpiry")} />
            {[...new Set([...WITHIN_DAYS.map(String), ...(expiresBefore(days) ? [days] : [])])].map((n) => (
              <FormSelectOption key={n} value={n} label={n === "0" ? t("replicas.alreadyExpired") : t("replicas.expiresWithin", { n: Number(n) })} />
            ))}
          </FormSelect>
        </ToolbarItem>
      }
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

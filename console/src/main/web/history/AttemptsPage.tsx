import { List, ListItem, PageSection, TextInput, ToolbarItem } from "@patternfly/react-core";
import { useList } from "../api/hooks";
import type { Attempt } from "../api/types";
import { Alert } from "../parts/Alert";
import { ObjectTable, type Column } from "../parts/ObjectTable";
import { PageTitle } from "../parts/PageTitle";
import { Time } from "../parts/Time";
import { useListState, useTyped, type ListState } from "../parts/listState";
import { useMayAudit, useRoleName } from "../parts/session";
import { t, type TextKey } from "../texts";

const FILTERS: [string, TextKey][] = [
  ["actor", "history.anybody"],
  ["operation", "history.operation"],
  ["code", "history.code"],
];
const SHOWN = 3;

/** What was refused, to whom, and why. */
export function AttemptsPage() {
  const mayAudit = useMayAudit();
  const roleName = useRoleName();
  return (
    <>
      <PageTitle title={t("history.attempts")} above={[{ text: t("history.title"), to: "/history" }]} facts={t("history.attemptsHelp")} />
      <PageSection hasBodyWrapper={false}>
        {mayAudit ? <Attempts /> : <Alert isInline variant="info" title={t("history.attemptsForbidden", { role: roleName })} />}
      </PageSection>
    </>
  );
}

function Attempts() {
  const list = useListState(FILTERS.map(([name]) => name), "-at");
  const query = useList<Attempt>("/v1/attempts", list.params, { now: true });
  const columns: Column<Attempt>[] = [
    { key: "at", label: t("history.when"), sort: "at", width: 15, cell: (attempt) => <Time at={attempt.at} /> },
    {
      key: "actor",
      label: t("history.actor"),
      width: 15,
      cell: (attempt) => (
        <>
          <b>{attempt.actor ?? t("history.nobody")}</b>
          {attempt.sourceAddress && <div className="weir-id">{attempt.sourceAddress}</div>}
        </>
      ),
    },
    {
      key: "operation",
      label: t("history.operation"),
      width: 30,
      cell: (attempt) => (
        <>
          {attempt.operation ?? attempt.command}
          {attempt.reason && <div>{attempt.reason}</div>}
        </>
      ),
    },
    { key: "code", label: t("history.answer"), width: 40, cell: (attempt) => <Answer attempt={attempt} /> },
  ];
  return (
    <ObjectTable
      label={t("history.attempts")}
      list={list}
      query={query}
      columns={columns}
      id={(attempt) => [attempt.at, attempt.correlation, attempt.code, attempt.operation].join(" ")}
      searches={t("history.textAttempts")}
      filters={FILTERS.map(([name, label]) => (
        <ToolbarItem key={name}>
          <Filter list={list} name={name} label={t(label)} />
        </ToolbarItem>
      ))}
      empty={{ title: t("history.noAttempts") }}
    />
  );
}

function Filter({ list, name, label }: { list: ListState; name: string; label: string }) {
  const [value, setValue] = useTyped(list.filter(name), (text) => list.set({ [name]: text.trim() }));
  return <TextInput type="search" aria-label={label} placeholder={label} value={value} onChange={(_event, text) => setValue(text)} />;
}

function Answer({ attempt }: { attempt: Attempt }) {
  const errors = attempt.errors ?? [];
  return (
    <>
      <b>{[attempt.status, attempt.code].filter(Boolean).join(" ")}</b>
      {attempt.unrecorded !== undefined && <div>{t("history.unrecorded", { n: attempt.unrecorded })}</div>}
      {errors.length > 0 && (
        <List isPlain>
          {errors.slice(0, SHOWN).map((error, index) => (
            <ListItem key={index}>{[error.pointer ?? error.parameter ?? error.header, error.detail].filter(Boolean).join(": ")}</ListItem>
          ))}
          {errors.length > SHOWN && <ListItem>{t("history.more", { n: errors.length - SHOWN })}</ListItem>}
        </List>
      )}
      {attempt.correlation && <div className="weir-id">{t("parts.requestId", { id: attempt.correlation })}</div>}
    </>
  );
}

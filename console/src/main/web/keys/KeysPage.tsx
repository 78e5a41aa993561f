import { Button, Label, LabelGroup, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Link } from "../parts/Link";
import { useList } from "../api/hooks";
import type { Key } from "../api/types";
import { ConfirmDialog } from "../forms/ConfirmDialog";
import { Named } from "../parts/Named";
import { ObjectTable, type Column } from "../parts/ObjectTable";
import { PageTitle } from "../parts/PageTitle";
import { Time } from "../parts/Time";
import { useListState } from "../parts/listState";
import { useNames } from "../parts/names";
import { kindOf, pageOf } from "../parts/objects";
import { useMayAdminister, useSession } from "../parts/session";
import { t } from "../texts";

/** The keys that open management, for administrators to make and to revoke. */
export function KeysPage() {
  const list = useListState(["role"], "created");
  const query = useList<Key>("/v1/keys", list.params);
  const mayAdminister = useMayAdminister();
  const navigate = useNavigate();
  const { data: session } = useSession();
  const [revoked, setRevoked] = useState<Key>();
  const names = useNames((query.data?.items ?? []).flatMap((key) => key.scope).map((id) => ({ kind: kindOf(id), id })));
  const columns: Column<Key>[] = [
    { key: "name", label: t("keys.name"), sort: "name", width: 20, cell: (key) => <Named id={key.id} name={key.name} /> },
    {
      key: "role",
      label: t("keys.role"),
      width: 15,
      cell: (key) => (
        <>
          {t(`keys.${key.role}`)} {session?.authentication === `key/${key.id}` && <Label isCompact color="blue">{t("keys.own")}</Label>}
        </>
      ),
    },
    {
      key: "scope",
      label: t("keys.scope"),
      width: 20,
      cell: (key) =>
        key.scope.length === 0 ? (
          t("keys.everything")
        ) : (
          <LabelGroup numLabels={3} collapsedText={t("forms.more", { n: "${remaining}" })} expandedText={t("parts.fewerLabels")}>
            {key.scope.map((id) => (
              <Label key={id} isCompact variant="outline" render={({ className, content }) => <Link className={className} to={pageOf({ kind: kindOf(id), id }) ?? "/"}>{content}</Link>}>
                {names.get(id)?.name || id}
              </Label>
            ))}
          </LabelGroup>
        ),
    },
    { key: "expires", label: t("keys.expires"), width: 15, cell: (key) => (key.expiresAt ? <Time at={key.expiresAt} exact /> : t("keys.never")) },
    { key: "state", label: t("keys.state"), width: 10, cell: (key) => <State expired={key.expired || (key.expiresAt !== undefined && new Date(key.expiresAt).getTime() < Date.now())} used={key.used} /> },
    { key: "changed", label: t("keys.changed"), sort: "changed", width: 15, cell: (key) => <Link to={`/history?subject=${key.id}`}><Time at={key.changedAt} /></Link> },
  ];
  return (
    <>
      <PageTitle title={t("keys.title")} facts={t("keys.help")} />
      <PageSection hasBodyWrapper={false}>
        <ObjectTable
          label={t("keys.title")}
          list={list}
          query={query}
          columns={columns}
          id={(key) => key.id}
          create={mayAdminister && <Button onClick={() => void navigate("/keys/create")}>{t("parts.create")}</Button>}
          empty={{ title: t("keys.none") }}
          actions={
            mayAdminister
              ? (key) => (
                  <Button variant="link" isDanger isInline onClick={() => setRevoked(key)} aria-label={`${t("keys.revoke")} ${key.name}`}>
                    {t("keys.revoke")}
                  </Button>
                )
              : undefined
          }
        />
      </PageSection>
      {revoked && (
        <ConfirmDialog
          title={t("keys.revokeTitle", { name: revoked.name })}
          write={{ method: "DELETE", path: `/v1/keys/${revoked.id}`, version: revoked.version }}
          action={t("keys.revoke")}
          name={revoked.name}
          traffic={session?.authentication === `key/${revoked.id}`}
          onClose={() => setRevoked(undefined)}
          onDone={() => setRevoked(undefined)}
        >
          <p>{t("keys.revokeHelp")}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function State({ expired, used }: { expired: boolean; used: boolean }) {
  if (expired) return <Label isCompact color="red">{t("keys.expired")}</Label>;
  return used ? <Label isCompact color="green">{t("keys.good")}</Label> : <Label isCompact>{t("keys.unused")}</Label>;
}

import { Button, Checkbox, Label, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useList } from "../../api/hooks";
import type { ReleaseItem, Service } from "../../api/types";
import { Alert } from "../../parts/Alert";
import { ObjectTable, type Column } from "../../parts/ObjectTable";
import { Time } from "../../parts/Time";
import { useListState } from "../../parts/listState";
import { useMayWrite } from "../../parts/session";
import { locale, t } from "../../texts";
import { useEnvironments } from "../data";
import { SwitchButton } from "../environments/SwitchDialog";

/** All releases of a service, the newest first: which are live, who made them, and what tells two of them apart. */
export function ReleasesTab({ service }: { service: Service }) {
  const base = `/services/${service.id}`;
  const list = useListState([], "-position");
  const releases = useList<ReleaseItem>(`/v1${base}/releases`, list.params);
  const environments = useEnvironments(service.id).items;
  const [picked, setPicked] = useState<Pick<ReleaseItem, "id" | "position">[]>([]);
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const isPicked = (id: string) => picked.some((other) => other.id === id);
  // with their positions, for they may be of other pages of the list
  const pick = ({ id, position }: ReleaseItem) => setPicked(isPicked(id) ? picked.filter((other) => other.id !== id) : [...picked, { id, position }].slice(-2));
  // of two, the older is what is compared with
  const [older, newer] = [...picked].sort((a, b) => a.position - b.position);
  const columns: Column<ReleaseItem>[] = [
    { key: "pick", label: t("releases.compare"), width: 10, cell: (release) => <Checkbox id={`pick-${release.id}`} aria-label={t("releases.pick", { id: release.id })} isChecked={isPicked(release.id)} onChange={() => pick(release)} /> },
    {
      key: "id",
      label: t("releases.release"),
      width: 20,
      cell: ({ id, description }) => (
        <>
          <code>{id}</code>
          {description && <div>{description}</div>}
        </>
      ),
    },
    {
      key: "live",
      label: t("releases.liveIn"),
      width: 20,
      cell: ({ id }) => (
        <span className="weir-buttons">
          {environments
            .filter(({ releaseId }) => releaseId === id)
            .map(({ environment }) => (
              <Label key={environment} isCompact color={environment === "release" ? "green" : "blue"}>
                {environment}
              </Label>
            ))}
        </span>
      ),
    },
    { key: "apis", label: t("service.apis"), numeric: true, cell: ({ apiCount }) => apiCount.toLocaleString(locale) },
    { key: "first", label: t("releases.firstInto"), cell: ({ environment }) => environment },
    { key: "who", label: t("releases.who"), width: 15, cell: ({ actor }) => actor },
    { key: "when", label: t("releases.when"), sort: "position", width: 15, cell: ({ releasedAt }) => <Time at={releasedAt} /> },
  ];
  return (
    <PageSection hasBodyWrapper={false} className="weir-tab">
      {(releases.data?.items.length ?? 0) > 1 && (
        <Alert
          component="h2"
          isInline
          isPlain
          variant="info"
          title={t("releases.compareHelp")}
          actionLinks={
            <Button variant="secondary" size="sm" isDisabled={newer === undefined} onClick={() => void navigate(`${base}/releases/compare?from=${older?.id}&to=${newer?.id}`)}>
              {t("releases.compareTwo")}
            </Button>
          }
        />
      )}
      <ObjectTable
        label={t("service.releases")}
        list={list}
        query={releases}
        columns={columns}
        id={({ id }) => id}
        create={mayWrite && <Button isDisabled={service.apiCount === 0} onClick={() => void navigate(`${base}/release`)}>{t("releases.reviewAndRelease")}</Button>}
        searches={t("releases.search")}
        actions={mayWrite ? (release) => <SwitchButton service={service} releaseId={release.id} environments={environments} /> : undefined}
        empty={{ title: t("releases.none"), body: t("releases.noneHelp") }}
      />
    </PageSection>
  );
}

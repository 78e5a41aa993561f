import { FormSelect, FormSelectOption, FormSelectOptionGroup, PageSection, Title } from "@patternfly/react-core";
import { useParams, useSearchParams } from "react-router";
import type { ReleaseItem } from "../../api/types";
import { Alert } from "../../parts/Alert";
import { useAll } from "../../parts/all";
import { Loaded } from "../../parts/Loaded";
import { PageTitle } from "../../parts/PageTitle";
import { timeOf } from "../../parts/Time";
import { t } from "../../texts";
import { useDrafts, useEnvironments, useRelease, useService } from "../data";
import { apiChanges, type ApiContent } from "../drift";
import { ApiChanges } from "./ApiChanges";

const DRAFTS = "drafts";

/** The difference of any two releases of a service, or of one and the drafts; which ones is in the URL. */
export function ReleaseCompare() {
  const { serviceId = "" } = useParams();
  const [params, setParams] = useSearchParams();
  const service = useService(serviceId);
  const releases = useAll<ReleaseItem>(`/v1/services/${serviceId}/releases`);
  const environments = useEnvironments(serviceId).items;
  const from = params.get("from") ?? releases.data?.items[0]?.id ?? DRAFTS;
  const to = params.get("to") ?? DRAFTS;
  const before = useSide(serviceId, from);
  const after = useSide(serviceId, to);
  const side = (name: "from" | "to", value: string) => (
    <FormSelect
      aria-label={t(name === "from" ? "releases.older" : "releases.newer")}
      value={value}
      onChange={(_event, chosen) =>
        setParams((now) => {
          now.set(name, chosen);
          return now;
        })
      }
    >
      <FormSelectOption value={DRAFTS} label={t("releases.drafts")} />
      <FormSelectOptionGroup label={t("service.releases")}>
        {(releases.data?.items ?? []).map(({ id, releasedAt, actor }) => {
          const live = environments.filter(({ releaseId }) => releaseId === id).map(({ environment }) => environment);
          return <FormSelectOption key={id} value={id} label={[id, live.join(", "), timeOf(releasedAt), actor].filter(Boolean).join(" · ")} />;
        })}
      </FormSelectOptionGroup>
    </FormSelect>
  );
  const tooMany = before === "too many" || after === "too many";
  const changes = before && after && !tooMany ? apiChanges(before, after) : undefined;
  return (
    <>
      <PageTitle
        title={t("releases.compareTitle")}
        above={[
          { text: t("service.title"), to: "/services" },
          { text: service.data?.name ?? serviceId, to: `/services/${serviceId}` },
          { text: t("service.releases"), to: `/services/${serviceId}/releases` },
        ]}
      />
      <Loaded query={releases}>
        {() => (
          <PageSection hasBodyWrapper={false} className="weir-tab">
            <div className="weir-compare">
              {side("from", from)} <span aria-hidden>→</span> {side("to", to)}
            </div>
            {tooMany && <Alert isInline component="h2" variant="info" title={t("releases.tooMany")} />}
            {changes && (
              <>
                <Title headingLevel="h2" size="lg">
                  {t("releases.differences", { n: changes.length })}
                </Title>
                <ApiChanges changes={changes} label={t("releases.compareTitle")} />
              </>
            )}
          </PageSection>
        )}
      </Loaded>
    </>
  );
}

function useSide(serviceId: string, id: string): readonly ApiContent[] | "too many" | undefined {
  const drafts = useDrafts(serviceId, id === DRAFTS);
  const release = useRelease(serviceId, id === DRAFTS ? undefined : id);
  if (id !== DRAFTS) return release.data?.apis;
  return drafts.data && drafts.data.total > drafts.data.items.length ? "too many" : drafts.data?.items;
}

import { PageSection } from "@patternfly/react-core";
import { useParams, useSearchParams } from "react-router";
import { useRead } from "../../api/hooks";
import type { Upstream } from "../../api/types";
import { Loaded } from "../../parts/Loaded";
import { PageTitle } from "../../parts/PageTitle";
import { Within } from "../../parts/Within";
import { Writable } from "../../parts/Writable";
import { t } from "../../texts";
import { emptyUpstream, formOf } from "./model";
import { UpstreamForm } from "./UpstreamForm";

const above = [{ text: t("upstreams.title"), to: "/upstreams" }];

export function CreateUpstream() {
  const [params] = useSearchParams();
  return (
    <>
      <PageTitle title={t("upstreams.create")} above={above} />
      <PageSection hasBodyWrapper={false} isWidthLimited={false}>
        <Writable create="upstream">
          <UpstreamForm initial={emptyUpstream(params.get("vpc_id") ?? undefined)} />
        </Writable>
      </PageSection>
    </>
  );
}

export function EditUpstream() {
  const { id = "" } = useParams();
  // what is edited is always what is there now
  const upstream = useRead<Upstream>(`/v1/upstreams/${id}`, {}, { now: true });
  const name = upstream.data?.name || id;
  return (
    <>
      <PageTitle title={t("upstreams.edit")} above={[...above, { text: name, to: `/upstreams/${id}` }]} />
      <PageSection hasBodyWrapper={false} isWidthLimited={false}>
        <Loaded query={upstream}>
          {(data) => (
            <Within object={data}>
              <Writable>
                <UpstreamForm key={id} upstream={data} initial={formOf(data)} />
              </Writable>
            </Within>
          )}
        </Loaded>
      </PageSection>
    </>
  );
}

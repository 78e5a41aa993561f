import { PageSection } from "@patternfly/react-core";
import { Route, Routes } from "react-router";
import { lastWrite } from "../api/client";
import { NotFound } from "../frame/Frame";
import { useAt } from "../frame/at";
import { useNewest } from "../frame/live";
import { Alert } from "../parts/Alert";
import { PageTitle } from "../parts/PageTitle";
import { t } from "../texts";
import { Certificates } from "./Certificates";
import { Replicas } from "./Replicas";

const BASE = "/data-plane";

/** What answers requests: the replicas, and the certificates that they have. */
export function Area() {
  const newest = Math.max(useNewest(), lastWrite());
  const past = useAt() !== undefined;
  const tabs = [
    { path: "", text: t("replicas.replicas") },
    { path: "certificates", text: t("replicas.certificates") },
  ];
  return (
    <>
      <PageTitle title={t("replicas.title")} facts={t("replicas.about", { position: newest })} base={BASE} tabs={tabs} />
      <PageSection hasBodyWrapper={false} className="weir-stack">
        {past && <Alert isInline variant="info" title={t("replicas.ofNow")} />}
        <Routes>
          <Route index element={<Replicas newest={newest} />} />
          <Route path="certificates" element={<Certificates />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </PageSection>
    </>
  );
}

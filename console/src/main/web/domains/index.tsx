import { Button, Content, Form, FormSelect, FormSelectOption, PageSection } from "@patternfly/react-core";
import { Route, Routes, useNavigate } from "react-router";
import { Link } from "../parts/Link";
import { useList } from "../api/hooks";
import type { Domain, Service } from "../api/types";
import { ObjectSelect } from "../forms/ObjectSelect";
import { ENVIRONMENTS } from "../parts/environments";
import { NotFound } from "../frame/Frame";
import { DomainCertificate } from "../parts/DomainCertificate";
import { Named } from "../parts/Named";
import { ObjectTable } from "../parts/ObjectTable";
import { PageTitle } from "../parts/PageTitle";
import { Time } from "../parts/Time";
import { useListState } from "../parts/listState";
import { useMayCreate } from "../parts/session";
import { useRefuseService } from "../parts/Within";
import { Writable } from "../parts/Writable";
import { t } from "../texts";

export function Area() {
  return (
    <Routes>
      <Route index element={<DomainList />} />
      <Route path="*" element={<NotFound />} />
      <Route path="bind" element={<ChooseService />} />
    </Routes>
  );
}

/** The custom domains of all services. */
function DomainList() {
  const list = useListState(["environment"], "domain");
  const query = useList<Domain>("/v1/domains", list.params);
  const mayBind = useMayCreate("domain");
  const bind = mayBind && <Button component={(props) => <Link {...props} to="/domains/bind" />}>{t("domains.bind")}</Button>;
  return (
    <>
      <PageTitle title={t("domains.title")} facts={t("domains.about")} />
      <PageSection hasBodyWrapper={false}>
        <ObjectTable
          label={t("domains.title")}
          list={list}
          query={query}
          id={({ domain }) => domain}
          create={bind}
          searches={t("domains.search")}
          filters={
            <FormSelect aria-label={t("domains.environment")} value={list.filter("environment")} onChange={(_event, value) => list.set({ environment: value })}>
              <FormSelectOption value="" label={t("domains.everyEnvironment")} />
              {ENVIRONMENTS.map((name) => (
                <FormSelectOption key={name} value={name} label={name} />
              ))}
            </FormSelect>
          }
          empty={{ title: t("domains.empty"), body: t("domains.emptyBody"), action: bind }}
          columns={[
            { key: "domain", label: t("domains.domain"), sort: "domain", width: 30, cell: ({ domain, serviceId }) => <Link to={`/services/${serviceId}/domains`}>{domain}</Link> },
            { key: "service", label: t("domains.service"), width: 25, cell: ({ serviceId, serviceName }) => <Named id={serviceId} name={serviceName} to={`/services/${serviceId}`} /> },
            { key: "environment", label: t("domains.environment"), cell: ({ environment }) => environment },
            { key: "certificate", label: t("domains.certificate"), cell: (domain) => <DomainCertificate domain={domain} none={t("domains.noCertificate")} /> },
            { key: "changed", label: t("domains.changed"), sort: "changed", short: true, cell: ({ changedAt }) => <Time at={changedAt} /> },
          ]}
        />
      </PageSection>
    </>
  );
}

/** A domain leads to a service, so that is chosen first; the rest is asked on its page. */
function ChooseService() {
  const navigate = useNavigate();
  const outside = useRefuseService();
  // the server refuses a domain of a service that has no instance of its own
  const refuse = (service: Service) => (service.instanceId === undefined ? t("domains.shared") : outside(service));
  return (
    <>
      <PageTitle title={t("domains.bind")} above={[{ text: t("domains.title"), to: "/domains" }]} />
      <PageSection hasBodyWrapper={false}>
        <Writable create="domain">
          <Form isWidthLimited onSubmit={(event) => event.preventDefault()}>
            <Content component="p">{t("domains.chooseService")}</Content>
            <ObjectSelect<Service> label={t("domains.service")} pointer="/serviceId" required path="/v1/services" value={undefined} refuse={refuse} onChange={(id) => id && void navigate(`/services/${id}/domains/bind`)} />
          </Form>
        </Writable>
      </PageSection>
    </>
  );
}

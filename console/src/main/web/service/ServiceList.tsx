import { Button, Label, LabelGroup, PageSection } from "@patternfly/react-core";
import { useNavigate } from "react-router";
import { Link } from "../parts/Link";
import { useList } from "../api/hooks";
import type { Service } from "../api/types";
import { ENVIRONMENTS } from "../parts/environments";
import { Named } from "../parts/Named";
import { ObjectTable, type Column } from "../parts/ObjectTable";
import { PageTitle } from "../parts/PageTitle";
import { useListState } from "../parts/listState";
import { useMayCreate } from "../parts/session";
import { locale, t } from "../texts";
import { InstanceFilter } from "./InstanceFilter";
import { InstanceName } from "./InstanceName";

const COLUMNS: Column<Service>[] = [
  { key: "name", label: t("service.name"), sort: "name", width: 30, cell: (service) => <Named id={service.id} name={service.name} to={`/services/${service.id}`} /> },
  { key: "instance", label: t("service.instance"), width: 25, cell: ({ instanceId }) => <InstanceName id={instanceId} /> },
  { key: "apis", label: t("service.apis"), numeric: true, width: 10, cell: (service) => <Link to={`/services/${service.id}`}>{service.apiCount.toLocaleString(locale)}</Link> },
  { key: "environments", label: t("service.answersIn"), cell: (service) => <Environments service={service} /> },
];

/** Those that answer, in the order in which releases go through them. */
function Environments({ service }: { service: Service }) {
  if (service.environments.length === 0) return <span className="weir-subtle">{t("service.answersNowhere")}</span>;
  return (
    <LabelGroup numLabels={3} aria-label={t("service.answersIn")}>
      {ENVIRONMENTS.filter((name) => service.environments.includes(name)).map((name) => (
        <Label key={name} isCompact color={name === "release" ? "green" : "blue"} render={({ className, content, componentRef }) => <Link className={className} ref={componentRef} to={`/services/${service.id}/environments`}>{content}</Link>}>
          {name}
        </Label>
      ))}
    </LabelGroup>
  );
}

/** All services. */
export function ServiceList() {
  const list = useListState(["instance_id"], "name");
  const services = useList<Service>("/v1/services", list.params);
  const navigate = useNavigate();
  const mayCreate = useMayCreate("service");
  const create = mayCreate && <Button onClick={() => void navigate("/services/create")}>{t("parts.create")}</Button>;
  return (
    <>
      <PageTitle title={t("service.title")} facts={t("service.about")} />
      <PageSection hasBodyWrapper={false} className="weir-tab">
        <ObjectTable
          label={t("service.title")}
          list={list}
          query={services}
          columns={COLUMNS}
          id={({ id }) => id}
          create={create}
          filters={<InstanceFilter list={list} />}
          empty={{ title: t("service.none"), body: t("service.noneHelp"), action: create }}
        />
      </PageSection>
    </>
  );
}

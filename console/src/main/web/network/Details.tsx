import { Button, DescriptionList, Title } from "@patternfly/react-core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Fact } from "../parts/Fact";
import { Link } from "../parts/Link";
import type { Network } from "../api/types";
import { CopyText } from "../parts/Copy";
import { LastEvents } from "../parts/LastEvents";
import { Time } from "../parts/Time";
import { holdersOf, within } from "../parts/scope";
import { useMayCreate, useMayWrite, useScope } from "../parts/session";
import { OutsideLabel } from "../parts/Within";
import { attached } from "../parts/joins";
import { t } from "../texts";
import { DeleteDialogs } from "./DeleteDialogs";
import { Endpoints } from "./Endpoints";
import { DetachDialog } from "./DetachDialog";
import type { NetworkObject } from "./fields";
import type { Kind, Objects } from "./load";
import { nameOf } from "./names";
import { ObjectLinks } from "./ObjectLinks";
import { useSelection } from "./selection";

interface Props {
  kind: Kind;
  object: NetworkObject;
  objects: Objects;
}

type Asked = { what: "delete" | "refused" } | { what: "detach"; link: { network: string; vpc: string }; back?: boolean };

/** The facts of a VPC, network or instance, with what can be done to it. */
export function Details({ kind, object, objects }: Props) {
  const { linkTo } = useSelection();
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const [asked, ask] = useState<Asked>();
  const close = () => ask(undefined);
  return (
    <div className="weir-stack">
      <OutsideLabel />
      {mayWrite && (
        <div className="weir-buttons">
          <Button variant="secondary" component={(props) => <Link {...props} to={`/network/${kind}/${object.id}/edit`} />}>
            {t(kind === "instances" ? "network.editOrMove" : "parts.edit")}
          </Button>
          <Button variant="link" isDanger onClick={() => ask({ what: "delete" })}>
            {t("parts.delete")}
          </Button>
        </div>
      )}
      <DescriptionList isCompact>
        <Fact term={t("network.id")}>
          <CopyText text={object.id} />
        </Fact>
        {object.description && <Fact term={t("network.description")}>{object.description}</Fact>}
        <Fact term={t("network.changed")}>
          <Time at={object.changedAt} />
        </Fact>
        {"vpcId" in object && (
          <Fact term={t("network.vpc")}>
            <Link to={linkTo(object.vpcId)}>{nameOf(objects, object.vpcId)}</Link>
          </Fact>
        )}
        {"serviceCount" in object && (
          <Fact term={t("network.services")}>
            <Link to={`/services?instance_id=${object.id}`}>{t("network.nServices", { n: object.serviceCount })}</Link> · <Link to={`/data-plane?instance=${object.id}`}>{t("network.replicas")}</Link>
          </Fact>
        )}
        {kind === "vpcs" && (
          <>
            <Fact term={t("network.instances")}>
              <ObjectLinks of={objects.instances.filter((instance) => instance.vpcId === object.id)} />
            </Fact>
            <Fact term={t("network.upstreamsTitle")}>
              <Link to={`/upstreams?vpc_id=${object.id}`}>{t("network.itsUpstreams")}</Link>
            </Fact>
          </>
        )}
      </DescriptionList>
      {kind !== "instances" && <Joins kind={kind} object={object} objects={objects} detach={(link) => ask({ what: "detach", link })} />}
      {kind === "instances" && <Endpoints key={object.id} instance={object.id} />}
      <Title headingLevel="h3">{t("network.history")}</Title>
      <LastEvents path={`/v1/${kind}/${object.id}/history`} more={`/history?subject=${object.id}`} />
      {asked?.what === "detach" && <DetachDialog link={asked.link} objects={objects} onClose={close} onDone={() => ask(asked.back ? { what: "refused" } : undefined)} />}
      {(asked?.what === "delete" || asked?.what === "refused") && (
        <DeleteDialogs
          kind={kind}
          object={object}
          objects={objects}
          refused={asked.what === "refused"}
          onRefused={() => ask({ what: "refused" })}
          onConfirm={() => ask({ what: "delete" })}
          onDetach={(link) => ask({ what: "detach", link, back: true })}
          onClose={close}
          onDone={() => void navigate(linkTo(undefined))}
        />
      )}
    </div>
  );
}

/** The networks of a VPC, or the VPCs of a network. */
function Joins({ kind, object, objects, detach }: Props & { detach: (link: { network: string; vpc: string }) => void }) {
  const { linkTo } = useSelection();
  const mayWrite = useMayWrite("anywhere");
  const mayAttach = useMayCreate("link");
  const scope = useScope();
  const joins =
    kind === "vpcs"
      ? objects.networks.filter((network) => attached(network, object.id)).map((network) => ({ network: network.id, vpc: object.id, other: network.id }))
      : (object as Network).links.map(({ vpcId }) => ({ network: object.id, vpc: vpcId, other: vpcId }));
  return (
    <>
      <Title headingLevel="h3">{t(kind === "vpcs" ? "network.networks" : "network.vpcs")}</Title>
      <ul className="weir-joins">
        {joins.map(({ network, vpc, other }) => (
          <li key={other}>
            <Link to={linkTo(other)}>{nameOf(objects, other)}</Link>
            {mayWrite && within(scope, holdersOf({ id: vpc })) && (
              <Button variant="link" isInline onClick={() => detach({ network, vpc })} aria-label={t(kind === "vpcs" ? "network.detachFrom" : "network.detachNamed", { name: nameOf(objects, other) })}>
                {t("network.detach")}
              </Button>
            )}
          </li>
        ))}
        {joins.length === 0 && <li>{t("parts.none")}</li>}
      </ul>
      {mayAttach && (kind !== "vpcs" || within(scope, holdersOf(object))) && (
        <div>
          <Button variant="link" isInline component={(props) => <Link {...props} to={`/network/join?${kind === "vpcs" ? "vpc" : "network"}=${object.id}`} />}>
            {t(kind === "vpcs" ? "network.attachTo" : "network.attachVpc")}
          </Button>
        </div>
      )}
    </>
  );
}

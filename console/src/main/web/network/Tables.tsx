import { Title } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { ReactNode } from "react";
import { Link } from "../parts/Link";
import { attached } from "../parts/joins";
import { Named } from "../parts/Named";
import { t } from "../texts";
import { byName } from "./model";
import { ObjectLinks } from "./ObjectLinks";
import type { Drawn } from "./Picture";
import { useSelection } from "./selection";

function Rows<T extends { id: string; name: string }>({ title, items, columns }: { title: string; items: T[]; columns: [string, (item: T) => ReactNode][] }) {
  const { linkTo } = useSelection();
  return (
    <>
      <Title headingLevel="h2" size="lg">
        {title} ({items.length})
      </Title>
      <Table aria-label={title} variant="compact" gridBreakPoint="grid-md">
        <Thead>
          <Tr>
            <Th width={30}>{t("network.name")}</Th>
            {columns.map(([label]) => (
              <Th key={label} modifier="wrap">{label}</Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {[...items].sort(byName).map((item) => (
            <Tr key={item.id}>
              <Td dataLabel={t("network.name")} modifier="breakWord">
                <Named id={item.id} name={item.name} to={linkTo(item.id)} />
              </Td>
              {columns.map(([label, cell]) => (
                <Td key={label} dataLabel={label} modifier="breakWord">
                  {cell(item)}
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}

/** The same as the picture, in words. */
export function Tables({ vpcs, networks, instances, counts, pairs }: Drawn) {
  const shown = new Set(vpcs.map(({ id }) => id));
  const named = (ids: string[]) => vpcs.filter(({ id }) => ids.includes(id));
  return (
    <>
      <Rows
        title={t("network.vpcs")}
        items={vpcs}
        columns={[
          [t("network.networks"), (vpc) => <ObjectLinks of={networks.filter((network) => attached(network, vpc.id))} />],
          [t("network.instances"), (vpc) => <ObjectLinks of={instances.filter((instance) => instance.vpcId === vpc.id)} />],
          [
            t("network.upstreamsTitle"),
            (vpc) => {
              const { count, unhealthy } = counts?.get(vpc.id) ?? { count: 0, unhealthy: 0 };
              return counts === undefined ? "…" : count === 0 ? "–" : <Link to={`/upstreams?vpc_id=${vpc.id}`}>{[t("network.upstreams", { n: count }), ...(unhealthy > 0 ? [t("network.unhealthy", { n: unhealthy })] : [])].join(" · ")}</Link>;
            },
          ],
          [t("network.missing"), (vpc) => <ObjectLinks of={named([...pairs.filter(({ from }) => from === vpc.id).map(({ to }) => to), ...pairs.filter(({ to }) => to === vpc.id).map(({ from }) => from)])} />],
        ]}
      />
      <Rows title={t("network.networks")} items={networks.filter((network) => network.links.length === 0 || network.links.some((link) => shown.has(link.vpcId)))} columns={[[t("network.vpcs"), (network) => <ObjectLinks of={named(network.links.map((link) => link.vpcId))} />]]} />
      <Rows
        title={t("network.instances")}
        items={instances.filter((instance) => shown.has(instance.vpcId))}
        columns={[
          [t("network.vpc"), (instance) => <ObjectLinks of={named([instance.vpcId])} />],
          [t("network.services"), (instance) => <Link to={`/services?instance_id=${instance.id}`}>{t("network.nServices", { n: instance.serviceCount })}</Link>],
        ]}
      />
    </>
  );
}

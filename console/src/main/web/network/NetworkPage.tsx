import { Button, Drawer, DrawerContent, DrawerContentBody, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, PageSection, SearchInput, ToggleGroup, ToggleGroupItem, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { Alert } from "../parts/Alert";
import { Link } from "../parts/Link";
import { Loaded } from "../parts/Loaded";
import { PageTitle } from "../parts/PageTitle";
import { useTyped } from "../parts/listState";
import { useMayCreate, useMayWrite } from "../parts/session";
import { t } from "../texts";
import { BrokenPairs } from "./BrokenPairs";
import { CreateMenu } from "./CreateMenu";
import { useBroken, useObjects, useUpstreamCounts, type Objects } from "./load";
import { matching } from "./model";
import { Picture } from "./Picture";
import { SidePanel } from "./SidePanel";
import { Tables } from "./Tables";
import { useSelection } from "./selection";

const FEW = 8;
const MORE = { vpcs: "network.more", networks: "network.moreNetworks", instances: "network.moreInstances" } as const;

/** VPCs, what lives in them and what joins them, as a picture or as tables, with what is not joined but should be. */
export function NetworkPage() {
  const { selected } = useSelection();
  const { objects, waited } = useObjects([selected]);
  return (
    <>
      <PageTitle title={t("network.title")} facts={t("network.about")} />
      <Drawer isExpanded={selected !== undefined && objects !== undefined} isInline className="weir-network-drawer">
        <DrawerContent panelContent={objects && selected ? <SidePanel key={selected} id={selected} objects={objects} /> : <></>}>
          <DrawerContentBody>
            <PageSection hasBodyWrapper={false} className="weir-network-page">
              {objects ? <Shown objects={objects} /> : <Loaded query={waited}>{() => null}</Loaded>}
            </PageSection>
          </DrawerContentBody>
        </DrawerContent>
      </Drawer>
    </>
  );
}

function Shown({ objects }: { objects: Objects }) {
  const { q, table, set } = useSelection();
  const [typed, setTyped] = useTyped(q, (text) => set("q", text));
  const counts = useUpstreamCounts(objects.vpcs);
  const broken = useBroken(objects.instances);
  const mayWrite = useMayWrite();
  const mayMakeVpc = useMayCreate("vpc");
  if (objects.vpcs.length === 0) {
    return (
      <EmptyState titleText={t("network.empty")} headingLevel="h2">
        <EmptyStateBody>{t("network.emptyBody")}</EmptyStateBody>
        {mayMakeVpc && (
          <EmptyStateFooter>
            <EmptyStateActions>
              <Button component={(props) => <Link {...props} to="/network/vpcs/create" />}>{t("network.createVpc")}</Button>
            </EmptyStateActions>
          </EmptyStateFooter>
        )}
      </EmptyState>
    );
  }
  const vpcs = matching(objects.vpcs, objects.networks, objects.instances, q);
  const drawn = { ...objects, vpcs, counts, pairs: broken.data?.pairs ?? [] };
  return (
    <>
      <Toolbar className="weir-toolbar" aria-label={t("network.title")}>
        <ToolbarContent>
          {mayWrite && <ToolbarItem><CreateMenu /></ToolbarItem>}
          {(objects.vpcs.length > FEW || q !== "") && (
            <ToolbarItem>
              <SearchInput resetButtonLabel={t("parts.clearSearch")} aria-label={t("network.search")} placeholder={t("network.search")} value={typed} onChange={(_event, value) => setTyped(value)} onClear={() => setTyped("")} resultsCount={q ? `${vpcs.length} / ${objects.vpcs.length}` : undefined} />
            </ToolbarItem>
          )}
          <ToolbarItem>
            <ToggleGroup aria-label={t("network.view")}>
              <ToggleGroupItem text={t("network.picture")} buttonId="as-picture" isSelected={!table} onChange={() => set("view", undefined)} />
              <ToggleGroupItem text={t("network.table")} buttonId="as-table" isSelected={table} onChange={() => set("view", "table")} />
            </ToggleGroup>
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      {(["vpcs", "networks", "instances"] as const).map((kind) => objects.more[kind] > 0 && <p key={kind}>{t(MORE[kind], { n: objects.more[kind] })}</p>)}
      {(broken.data?.apis ?? 0) > 0 && (
        <Alert isInline variant="danger" className="weir-network-alarm" title={t("network.notReached", { n: broken.data!.apis })} actionLinks={<a href="#not-joined">{t("network.toPairs")}</a>} />
      )}
      <div className="weir-network">
        <div className="weir-network-broken">
          {!broken.isPending && <Loaded query={broken}>{({ pairs, apis }) => <BrokenPairs pairs={pairs} apis={apis} objects={objects} />}</Loaded>}
        </div>
        <div className="weir-network-main">
          {vpcs.length === 0 ? <p>{t("parts.nothing")}</p> : table ? <Tables {...drawn} /> : <Picture {...drawn} />}
        </div>
      </div>
    </>
  );
}

import { DrawerActions, DrawerCloseButton, DrawerHead, DrawerPanelBody, DrawerPanelContent, Title } from "@patternfly/react-core";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { Within } from "../parts/Within";
import { t } from "../texts";
import { Details } from "./Details";
import { kindOf, type Kind, type Objects } from "./load";
import { useSelection } from "./selection";

const TITLE = { vpcs: "network.vpc", "cloud-connect-networks": "network.network", instances: "network.instance" } as const satisfies Record<Kind, string>;

/** The object that is selected: what it is, what belongs to it, and what can be done with it. */
export function SidePanel({ id, objects }: { id: string; objects: Objects }) {
  const { linkTo } = useSelection();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const kind = kindOf(id);
  const object = [...objects.vpcs, ...objects.networks, ...objects.instances].find((candidate) => candidate.id === id);
  useEffect(() => heading.current?.focus(), []);
  return (
    <DrawerPanelContent minSize="22rem" defaultSize="26rem" className="weir-side" aria-label={object?.name ?? id}>
      <DrawerHead>
        <Title headingLevel="h2" ref={heading} tabIndex={-1}>
          {object?.name ?? id}
        </Title>
        {kind && <small>{t(TITLE[kind])}</small>}
        <DrawerActions>
          <DrawerCloseButton aria-label={t("parts.close")} onClick={() => void navigate(linkTo(undefined))} />
        </DrawerActions>
      </DrawerHead>
      <DrawerPanelBody>{kind && object ? <Within object={object}><Details kind={kind} object={object} objects={objects} /></Within> : objects.pending ? null : <p>{t("network.gone", { id })}</p>}</DrawerPanelBody>
    </DrawerPanelContent>
  );
}

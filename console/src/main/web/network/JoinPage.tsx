import { Button, Form, FormGroup, List, ListItem, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { Problem, Write } from "../api/client";
import { useWrite } from "../api/hooks";
import type { Network, Vpc } from "../api/types";
import { useDryRun } from "../forms/dryRun";
import { FormFooter } from "../forms/Footer";
import { ObjectSelect } from "../forms/ObjectSelect";
import { Effects, Warnings } from "../forms/Outcome";
import { ReasonBox } from "../forms/ReasonBox";
import { useReason } from "../forms/reasons";
import { useDraft } from "../forms/useDraft";
import { Alert } from "../parts/Alert";
import { attached } from "../parts/joins";
import { Loaded } from "../parts/Loaded";
import { PageTitle } from "../parts/PageTitle";
import { ProblemView } from "../parts/ProblemView";
import { within } from "../parts/scope";
import { useMayCreate, useRefuse, useScope } from "../parts/session";
import { OutsideAlert } from "../parts/Within";
import { Writable } from "../parts/Writable";
import { t } from "../texts";
import { useBroken, useObjects, type Objects } from "./load";
import { connected } from "./model";
import { nameOf } from "./names";

/** Attaches VPCs to a Cloud Connect Network, and says first which APIs that connects. */
export function JoinPage() {
  const { objects, waited } = useObjects();
  return (
    <>
      <PageTitle title={t("network.join")} facts={t("network.joinAbout")} above={[{ text: t("network.title"), to: "/network" }]} />
      <PageSection hasBodyWrapper={false}>
        <Writable create="link">{objects ? <JoinForm known={objects} /> : <Loaded query={waited}>{() => null}</Loaded>}</Writable>
      </PageSection>
    </>
  );
}

interface Values {
  network: string;
  vpcs: string[];
}

function JoinForm({ known }: { known: Objects }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const initial: Values = { network: params.get("network") ?? "", vpcs: params.getAll("vpc") };
  const draft = useDraft<Values>(`join.${initial.network}.${initial.vpcs}`, initial);
  const { network: networkId, vpcs } = draft.values;
  // what is chosen may be beyond what is listed
  const objects = useObjects([networkId, ...vpcs]).objects ?? known;
  const reason = useReason();
  const [problem, setProblem] = useState<Problem>();
  const { mutateAsync, isPending } = useWrite();
  const broken = useBroken(objects.instances);
  const network = objects.networks.find(({ id }) => id === networkId);
  const missing = network ? vpcs.filter((vpc) => !attached(network, vpc)) : [];
  const scope = useScope();
  const mayMakeNetwork = useMayCreate("network");
  const refuse = useRefuse();
  const outside = missing.filter((vpc) => !within(scope, [vpc]));
  const writes = missing.map((vpc): Write => ({ method: "PUT", path: `/v1/cloud-connect-networks/${networkId}/links/${vpc}` }));
  // the server tells what one link does; what several do together follows from what is not joined
  const run = useDryRun(writes[0] ?? { method: "PUT", path: "" }, writes.length === 1 && outside.length === 0 && !isPending);
  const name = (id: string) => nameOf(objects, id);
  const effects = run.data && writes.length === 1 ? run.data.effects : network ? connected(broken.data?.pairs ?? [], [...network.links.map(({ vpcId }) => vpcId), ...missing], name) : [];
  const again = `/network/join?${new URLSearchParams(vpcs.map((vpc) => ["vpc", vpc]))}`;
  const submit = async () => {
    setProblem(undefined);
    const page = window.location.pathname;
    try {
      for (const write of writes) await mutateAsync({ ...write, reason: reason.text.trim() });
      reason.given();
      draft.done();
      if (window.location.pathname === page) void navigate(`/network?selected=${networkId}`);
    } catch (refusal) {
      setProblem(refusal as Problem);
    }
  };
  return (
    <Form
      isWidthLimited
      onSubmit={(event) => {
        event.preventDefault();
        if (writes.length > 0 && outside.length === 0 && !isPending) void submit();
      }}
    >
      {draft.leaving}
      {problem && <ProblemView problem={problem} />}
      <ObjectSelect<Network>
        label={t("network.network")}
        pointer="/network"
        required
        path="/v1/cloud-connect-networks"
        value={networkId || undefined}
        onChange={(id) => draft.set("/network", id ?? "")}
        more={mayMakeNetwork ? { text: t("network.newNetwork"), go: () => void navigate(`/network/cloud-connect-networks/create?then=${encodeURIComponent(again)}`) } : undefined}
      />
      {vpcs.length > 0 && (
        <FormGroup label={t("network.vpcs")} role="group">
          <List isPlain>
            {vpcs.map((vpc) => (
              <ListItem key={vpc}>
                <b>{name(vpc)}</b> <span className="weir-id">{vpc}</span> {network && (missing.includes(vpc) ? t("network.willAttach") : t("network.isAttached"))}{" "}
                <Button variant="link" isInline aria-label={t("network.leaveOutNamed", { name: name(vpc) })} onClick={() => draft.set("/vpcs", vpcs.filter((other) => other !== vpc))}>
                  {t("network.leaveOut")}
                </Button>
              </ListItem>
            ))}
          </List>
        </FormGroup>
      )}
      <ObjectSelect<Vpc> label={t("network.addVpc")} pointer="/add" path="/v1/vpcs" value={undefined} refuse={refuse} onChange={(id) => id && !vpcs.includes(id) && draft.set("/vpcs", [...vpcs, id])} />
      {network && vpcs.length > 0 && missing.length === 0 && <Alert isInline variant="info" title={t("network.allAttached")} />}
      {outside.length > 0 && <OutsideAlert variant="warning" title={t("network.outside", { vpcs: outside.map(name).join(", ") })} />}
      {run.error && <ProblemView problem={run.error} />}
      <div aria-live="polite" className="weir-stack">
        <Warnings warnings={run.data?.warnings} />
        <Effects effects={effects} />
        {writes.length > 0 && effects.length === 0 && !run.isLoading && <Alert isInline isPlain variant="info" title={t("network.noApi")} />}
      </div>
      <ReasonBox value={reason.text} onChange={reason.set} />
      <FormFooter>
        <Button type="submit" isDisabled={writes.length === 0 || outside.length > 0 || isPending} isLoading={isPending}>
          {t("network.attach", { n: Math.max(1, writes.length) })}
        </Button>
        <Button variant="link" onClick={() => void navigate("/network")}>
          {t("parts.cancel")}
        </Button>
      </FormFooter>
    </Form>
  );
}

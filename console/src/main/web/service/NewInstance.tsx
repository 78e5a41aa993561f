import { Button, Card, CardBody, CardTitle, FormGroup, FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { useId, useState } from "react";
import type { Problem } from "../api/client";
import { useWrite } from "../api/hooks";
import type { Instance, Vpc } from "../api/types";
import { ProblemView } from "../parts/ProblemView";
import { t } from "../texts";
import { nameError } from "./apis/content";

const NEW = "";

/** Makes a dedicated instance, and the VPC that it is in if that is new, within the form of a service. */
export function NewInstance({ vpcs, mayMakeVpc, onMade, cancel }: { vpcs: Vpc[]; mayMakeVpc: boolean; onMade: (id: string) => void; cancel: () => void }) {
  const id = useId();
  const [name, setName] = useState("");
  const [vpcId, setVpcId] = useState(vpcs[0]?.id ?? NEW);
  const [vpcName, setVpcName] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const makeVpc = useWrite<Vpc>();
  const makeInstance = useWrite<Instance>();
  const busy = makeVpc.isPending || makeInstance.isPending;
  const ready = nameError(name) === undefined && (vpcId !== NEW || nameError(vpcName) === undefined);
  const make = async () => {
    setProblem(undefined);
    try {
      const vpc = vpcId === NEW ? (await makeVpc.mutateAsync({ method: "POST", path: "/v1/vpcs", body: { name: vpcName } })).value.id : vpcId;
      setVpcId(vpc);
      onMade((await makeInstance.mutateAsync({ method: "POST", path: "/v1/instances", body: { name, vpcId: vpc } })).value.id);
    } catch (refusal) {
      setProblem(refusal as Problem);
    }
  };
  return (
    <Card
      isCompact
      // Enter makes the instance and does not submit the form around
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        if (ready && !busy) void make();
      }}
    >
      <CardTitle component="h3">{t("service.createInstance")}</CardTitle>
      <CardBody className="weir-stack">
        {problem && <ProblemView problem={problem} />}
        <FormGroup label={t("service.instanceName")} fieldId={`${id}-name`} isRequired>
          <TextInput id={`${id}-name`} value={name} maxLength={50} isRequired autoComplete="off" onChange={(_event, text) => setName(text)} validated={name !== "" && nameError(name) ? "error" : "default"} />
        </FormGroup>
        <FormGroup label={t("service.vpc")} fieldId={`${id}-vpc`} isRequired>
          <FormSelect id={`${id}-vpc`} value={vpcId} onChange={(_event, chosen) => setVpcId(chosen)}>
            {vpcs.map((vpc) => (
              <FormSelectOption key={vpc.id} value={vpc.id} label={vpc.name} />
            ))}
            {mayMakeVpc && <FormSelectOption value={NEW} label={t("service.newVpc")} />}
          </FormSelect>
        </FormGroup>
        {vpcId === NEW && (
          <FormGroup label={t("service.vpcName")} fieldId={`${id}-vpc-name`} isRequired>
            <TextInput id={`${id}-vpc-name`} value={vpcName} maxLength={50} isRequired autoComplete="off" onChange={(_event, text) => setVpcName(text)} validated={vpcName !== "" && nameError(vpcName) ? "error" : "default"} />
          </FormGroup>
        )}
        <div className="weir-buttons">
          <Button variant="secondary" isDisabled={!ready || busy} isLoading={busy} onClick={() => void make()}>
            {t("service.createInstance")}
          </Button>
          <Button variant="link" onClick={cancel}>
            {t("parts.cancel")}
          </Button>
        </div>
      </CardBody>
    </Card>
  );
}

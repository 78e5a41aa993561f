import { Button, Form, FormGroup, FormSelect, FormSelectOption, HelperText, HelperTextItem, Modal, ModalBody, ModalFooter, ModalHeader, TextInput } from "@patternfly/react-core";
import { useId, useState } from "react";
import type { Problem, Write } from "../../api/client";
import { useWrite } from "../../api/hooks";
import type { Network } from "../../api/types";
import { Effects } from "../../forms/Outcome";
import { ReasonBox } from "../../forms/ReasonBox";
import { useDryRun } from "../../forms/dryRun";
import { rememberReason } from "../../forms/reasons";
import { joins, type Candidate } from "../../parts/joins";
import { within } from "../../parts/scope";
import { useMayCreate, useMayWrite, useScope } from "../../parts/session";
import { ProblemView } from "../../parts/ProblemView";
import { t } from "../../texts";
import { useNetworks, useVpc } from "../data";

const NEW = "new";

function attach(network: string, vpc: string): Write {
  return { method: "PUT", path: `/v1/cloud-connect-networks/${network}/links/${vpc}` };
}

/** The networks that could join two VPCs, as far as the key may attach what is missing. */
function useCandidates(a: string | undefined, b: string | undefined, asked = true): Candidate[] {
  const networks = useNetworks(asked && a !== undefined && b !== undefined).data?.items;
  const scope = useScope();
  const { candidates } = joins(networks ?? [], a ?? "", b ?? "");
  return candidates.filter(({ attach }) => attach.every((vpc) => within(scope, [vpc])));
}

/** Whether who is logged in may join two VPCs: by a network that there is, or by a new one. */
export function useMayJoin(a: string | undefined, b: string | undefined): boolean {
  const mayCreate = useMayCreate("network");
  const mayWrite = useMayWrite("anywhere");
  const candidates = useCandidates(a, b, mayWrite && !mayCreate);
  return mayCreate || (mayWrite && candidates.length > 0);
}

/** Attaches two VPCs to a Cloud Connect Network: one that has the one already, another one, or a new one. */
export function JoinDialog({ vpcs: [a, b], close }: { vpcs: [string, string]; close: () => void }) {
  const id = useId();
  const names: Record<string, string> = { [a]: useVpc(a).data?.name ?? a, [b]: useVpc(b).data?.name ?? b };
  const candidates = useCandidates(a, b);
  const mayCreate = useMayCreate("network");
  const [picked, setPicked] = useState<string>();
  const chosen = picked ?? candidates[0]?.network.id ?? NEW;
  const [typed, setTyped] = useState<string>();
  const name = typed ?? `${names[a]}_${names[b]}`.slice(0, 50);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const create = useWrite<Network>();
  const link = useWrite();
  const busy = create.isPending || link.isPending;
  const missing = candidates.find(({ network }) => network.id === chosen)?.attach ?? [a, b];
  // what attaching does can be told beforehand only if it is one step
  const effects = useDryRun(attach(chosen, missing[0] ?? a), chosen !== NEW && missing.length === 1).data?.effects ?? [];
  const submit = async () => {
    setProblem(undefined);
    try {
      const network = chosen === NEW ? (await create.mutateAsync({ method: "POST", path: "/v1/cloud-connect-networks", body: { name: name.trim() }, reason })).value.id : chosen;
      setPicked(network);
      for (const vpc of missing) await link.mutateAsync({ ...attach(network, vpc), reason });
      rememberReason(reason.trim());
      close();
    } catch (refusal) {
      setProblem(refusal as Problem);
    }
  };
  const ready = reason.trim() !== "" && (chosen !== NEW || name.trim() !== "") && !busy;
  return (
    <Modal isOpen variant="medium" onClose={close} aria-labelledby={`${id}-title`}>
      <ModalHeader title={t("apis.joinTitle", { a: names[a]!, b: names[b]! })} labelId={`${id}-title`} description={t("apis.joinHelp")} />
      <ModalBody>
        <Form
          id={`${id}-form`}
          onSubmit={(event) => {
            event.preventDefault();
            // events of React pass through the dialog to the form behind it
            event.stopPropagation();
            if (ready) void submit();
          }}
        >
          {problem && <ProblemView problem={problem} />}
          <FormGroup label={t("apis.network")} fieldId={`${id}-network`} isRequired>
            <FormSelect id={`${id}-network`} value={chosen} onChange={(_event, picked) => setPicked(picked)} aria-describedby={`${id}-network-help`}>
              {candidates.map(({ network }) => (
                <FormSelectOption key={network.id} value={network.id} label={network.name} />
              ))}
              {mayCreate && <FormSelectOption value={NEW} label={t("apis.newNetwork")} />}
            </FormSelect>
            <HelperText id={`${id}-network-help`}>
              <HelperTextItem>{t("apis.attaches", { vpcs: missing.map((vpc) => names[vpc]).join(", ") })}</HelperTextItem>
            </HelperText>
          </FormGroup>
          {chosen === NEW && (
            <FormGroup label={t("apis.networkName")} fieldId={`${id}-name`} isRequired>
              <TextInput id={`${id}-name`} value={name} isRequired maxLength={50} autoComplete="off" onChange={(_event, text) => setTyped(text)} />
            </FormGroup>
          )}
          <Effects effects={effects} />
          <ReasonBox value={reason} onChange={setReason} required />
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form={`${id}-form`} isDisabled={!ready} isLoading={busy}>
          {t("apis.join")}
        </Button>
        <Button variant="link" onClick={close}>
          {t("parts.cancel")}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

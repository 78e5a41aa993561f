import { Button, Form, FormGroup, TextInput } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { useWrite } from "../../api/hooks";
import type { Node, Upstream } from "../../api/types";
import { numberError } from "../../forms/fields";
import { ReasonBox } from "../../forms/ReasonBox";
import { rememberReason } from "../../forms/reasons";
import { Alert } from "../../parts/Alert";
import { ProblemView } from "../../parts/ProblemView";
import { t } from "../../texts";
import { authority, MAX_WEIGHT } from "../nodes/model";
import { percent, shares } from "../nodes/share";

type Change = Partial<Pick<Node, "weight" | "draining">>;

/** Above the nodes: the change of one, what it does to its share at once, and why. */
export function NodeChange({ upstream, index, initial, close }: { upstream: Upstream; index: number; initial: Change; close: () => void }) {
  const id = useId();
  const { nodes } = upstream;
  const node = nodes[index]!;
  const name = authority(node);
  const [weight, setWeight] = useState<number | undefined>(initial.weight);
  const [reason, setReason] = useState("");
  const drains = initial.draining !== undefined;
  const change: Change = drains ? { draining: initial.draining } : { weight };
  const error = drains ? undefined : numberError(weight, 0, MAX_WEIGHT);
  const before = shares(nodes);
  const after = shares(nodes.map((other, at) => (at === index ? { ...other, ...change } : other)));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView?.({ block: "nearest" });
    if (drains) form.current?.focus();
  }, [drains]);
  const none = after.every((share) => share === 0);
  const same = !drains && weight === node.weight;
  const queries = useQueryClient();
  const save = useWrite();
  const submit = () =>
    save
      .mutateAsync({ method: "PATCH", path: `/v1/upstreams/${upstream.id}/nodes/${encodeURIComponent(name)}`, body: change, version: upstream.version, reason: reason.trim() })
      .then(
        async () => {
          rememberReason(reason.trim());
          // the next change is made on the version that came of this one
          await queries.invalidateQueries({ queryKey: [`/v1/upstreams/${upstream.id}`] });
          close();
        },
        // what another has saved meanwhile is shown, to be agreed to
        ({ status }: { status?: number }) => (status === 412 ? queries.invalidateQueries() : undefined),
      );
  return (
    <Form
      ref={form}
      tabIndex={-1}
      className="weir-node-change"
      aria-label={t("upstreams.changeNode", { node: name })}
      onSubmit={(event) => {
        event.preventDefault();
        if (!error && !same) void submit();
      }}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      {save.error && <ProblemView problem={save.error} />}
      {none && <Alert isInline variant="danger" title={t("upstreams.noEligible")} />}
      {drains ? (
        <p>{t(initial.draining ? "upstreams.drainBody" : "upstreams.undrainBody", { node: name })}</p>
      ) : (
        <FormGroup label={t("upstreams.weightOfNode", { node: name })} fieldId={`${id}-weight`}>
          <TextInput
            id={`${id}-weight`}
            className="weir-number"
            type="number"
            min={0}
            max={MAX_WEIGHT}
            autoFocus
            value={weight ?? ""}
            validated={error ? "error" : "default"}
            aria-invalid={error !== undefined}
            aria-describedby={error && `${id}-error`}
            onChange={(_event, text) => setWeight(text.trim() === "" ? undefined : Number(text))}
          />
          {error && <div id={`${id}-error`} className="weir-nodes-wrong">{error}</div>}
        </FormGroup>
      )}
      <p role="status">{t("upstreams.shareChange", { from: percent(before[index]!), to: percent(after[index]!) })}</p>
      <ReasonBox value={reason} onChange={setReason} />
      <div className="weir-buttons">
        <Button type="submit" isDisabled={error !== undefined || same || save.isPending} isLoading={save.isPending}>
          {t(!drains ? "parts.save" : initial.draining ? "upstreams.drain" : "upstreams.undrain")}
        </Button>
        <Button variant="link" onClick={close}>
          {t("parts.cancel")}
        </Button>
      </div>
    </Form>
  );
}

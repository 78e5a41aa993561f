import { Button, Form, FormSection } from "@patternfly/react-core";
import { useRef } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { Write } from "../../api/client";
import type { Upstream } from "../../api/types";
import { FormErrorsAround, useFormErrors } from "../../forms/errors";
import { DraftNotes, FormFooter } from "../../forms/Footer";
import { ReviewPanel } from "../../forms/ReviewPanel";
import { useDraft } from "../../forms/useDraft";
import { partsOf } from "../../parts/pointer";
import { t } from "../../texts";
import { isEmpty } from "../nodes/model";
import { NodeGrid, type GridHandle } from "../nodes/NodeGrid";
import { Advanced } from "./Advanced";
import { Numeric } from "./fields";
import { General } from "./General";
import { labelOf } from "./label";
import { formOf, patchOf, requestOf, rules, type UpstreamForm as Values } from "./model";

interface Props {
  initial: Values;
  /** What is edited; absent if one is created. */
  upstream?: Upstream;
}

const REVIEW = "review";

/** Creates or edits an upstream: its fields, then the review of what comes of them. */
export function UpstreamForm({ initial, upstream }: Props) {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const draft = useDraft<Values>(upstream ? `upstream/${upstream.id}` : "upstream", initial, upstream?.version);
  const { values, set, change } = draft;
  const form = useFormErrors(values, rules);
  const grid = useRef<GridHandle>(null);
  const leave = () => navigate(upstream ? `/upstreams/${upstream.id}` : "/upstreams");
  const step = (to?: string) =>
    setParams((before) => {
      if (to) before.set("step", to);
      else before.delete("step");
      return before;
    });
  const reviewing = params.get("step") === REVIEW && rules(values).length === 0;
  const write: Write = upstream
    ? { method: "PATCH", path: `/v1/upstreams/${upstream.id}`, body: patchOf(draft.base, values), version: draft.version }
    : { method: "POST", path: "/v1/upstreams", body: requestOf(values) };
  const review = () => {
    // the server tells rows by their place
    change((before) => ({ ...before, nodes: before.nodes.every(isEmpty) ? before.nodes.slice(0, 1) : before.nodes.filter((node) => !isEmpty(node)) }));
    if (form.check()) step(REVIEW);
  };
  if (reviewing) {
    return (
      <>
        {draft.leaving}
        <ReviewPanel<Upstream, ReturnType<typeof requestOf>>
          write={write}
          before={upstream && requestOf(draft.base)}
          after={requestOf(values)}
          label={labelOf}
          fieldsOf={(object) => requestOf(formOf(object))}
          onBack={() => step()}
          onRefused={(problem) => {
            form.refuse(problem);
            step();
          }}
          onRebased={(theirs, base, merged) => draft.rebase(base, theirs.version, merged)}
          done={draft.done}
          onSaved={({ value }) => void navigate(`/upstreams/${value.id}`)}
        />
      </>
    );
  }
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        review();
      }}
      noValidate
    >
      {draft.leaving}
      <DraftNotes draft={draft} />
      <FormErrorsAround form={form} label={labelOf} reveal={(pointer) => partsOf(pointer)[0] === "nodes" && grid.current?.reveal(Number(partsOf(pointer)[1]))}>
        <General values={values} set={set} />
        <FormSection title={t("upstreams.nodeList")} titleElement="h2">
          <NodeGrid ref={grid} nodes={values.nodes} onChange={(how) => change((before) => ({ ...before, nodes: how(before.nodes) }))} />
        </FormSection>
        <div className="weir-fields">
          <Numeric values={values} set={set} pointer="/retries" help="upstreams.retriesHelp" />
        </div>
        <FormSection title={t("upstreams.advanced")} titleElement="h2" className="weir-advanced">
          <Advanced values={values} set={set} />
        </FormSection>
      </FormErrorsAround>
      <FormFooter>
        <Button type="submit">{t("parts.review")}</Button>
        <Button variant="link" onClick={() => void leave()}>
          {t("parts.cancel")}
        </Button>
      </FormFooter>
    </Form>
  );
}


import { Button, Form, PageSection } from "@patternfly/react-core";
import { useNavigate, useSearchParams } from "react-router";
import { Problem, type Answer, type Write } from "../../api/client";
import type { Api, Service } from "../../api/types";
import { ReviewPanel } from "../../forms/ReviewPanel";
import { FormErrorsAround, useFormErrors } from "../../forms/errors";
import type { Draft } from "../../forms/useDraft";
import { Alert } from "../../parts/Alert";
import { Writable } from "../../parts/Writable";
import { t } from "../../texts";
import { BackEndStep } from "./BackEndStep";
import { FrontEndStep } from "./FrontEndStep";
import { RequestPath } from "./RequestPath";
import { Steps } from "./Steps";
import { allRules, apiLabel, fieldsOf, frontRules, stepOf, type ApiFields } from "./content";

const STEPS = ["front", "back", "review"] as const;
type Step = (typeof STEPS)[number];
const TITLES = { front: "apis.stepFront", back: "apis.stepBack", review: "apis.stepReview" } as const;

interface Props {
  service: Service;
  draft: Draft<ApiFields>;
  /** What the last step sends. */
  write: Write;
  /** What was read, if it is an edit. */
  before?: ApiFields;
  cancel: string;
  onSaved: (answer: Answer<Api>) => void;
  onRebased?: (theirs: Api, base: ApiFields, merged: ApiFields) => void;
}

/** The pages that create and edit a general API: front end, back end, review; the step is in the URL. */
export function ApiWizard({ service, draft, write, before, cancel, onSaved, onRebased }: Props) {
  const [params, setParams] = useSearchParams();
  const step: Step = STEPS.find((name) => name === params.get("step")) ?? "front";
  const navigate = useNavigate();
  const form = useFormErrors(draft.values, step === "front" ? frontRules : allRules);
  const go = (to: Step) => {
    form.clear();
    setParams((now) => {
      now.set("step", to);
      return now;
    });
  };
  const next = () => {
    if (!form.check()) return;
    if (step === "front" && draft.values.backEnd.path === "") draft.set("/backEnd/path", draft.values.frontEnd.path.replace(/^=/, ""));
    go(step === "front" ? "back" : "review");
  };
  const refused = (problem: Problem) => {
    // the API that has the path is told for the front end as a whole
    const errors = problem.errors.map((error) => (error.pointer === "/frontEnd" ? { ...error, pointer: "/frontEnd/path" } : error));
    go(stepOf(errors.find(({ pointer }) => pointer !== undefined)?.pointer));
    form.refuse(new Problem({ status: problem.status, code: problem.code, detail: problem.message, errors, related: problem.related, correlation: problem.correlation }));
  };
  // who comes by a link to a later step finds what is missing first
  const complete = allRules(draft.values).length === 0;
  const shown = step === "review" && !complete ? "back" : step;
  return (
    <PageSection hasBodyWrapper={false} className="weir-wizard">
      <Steps
        label={t("apis.steps")}
        steps={STEPS.map((name) => ({ name, title: t(name === "review" && before !== undefined ? "apis.stepReviewEdit" : TITLES[name]), disabled: name !== "front" && frontRules(draft.values).length > 0 || (name === "review" && !complete) }))}
        current={shown}
        go={(name) => go(name as Step)}
      />
      <div className="weir-wizard-form">
        {draft.restored && <Alert isInline variant="info" title={t("forms.restored")} actionLinks={<Button variant="link" isInline onClick={draft.reset}>{t("forms.startAnew")}</Button>} />}
        {draft.outdated && <Alert isInline variant="warning" title={t("forms.outdated")} />}
        <Writable>{shown === "review" ? (
          <ReviewPanel<Api, ApiFields> write={write} before={before} after={draft.values} label={apiLabel} fieldsOf={fieldsOf} onBack={() => go("back")} done={draft.done} onSaved={onSaved} onRefused={refused} onRebased={onRebased} />
        ) : (
          <Form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              next();
            }}
          >
            <FormErrorsAround form={form} label={apiLabel} reveal={(pointer) => stepOf(pointer) !== shown && go(stepOf(pointer))}>
              {shown === "front" ? <FrontEndStep draft={draft} /> : <BackEndStep draft={draft} service={service} />}
            </FormErrorsAround>
            <div className="weir-buttons">
              {shown === "back" && (
                <Button variant="secondary" onClick={() => go("front")}>
                  {t("parts.back")}
                </Button>
              )}
              <Button type="submit">{t("parts.next")}</Button>
              <Button variant="link" onClick={() => void navigate(cancel)}>
                {t("parts.cancel")}
              </Button>
            </div>
          </Form>
        )}</Writable>
      </div>
      <RequestPath service={service} frontEnd={draft.values.frontEnd} backEnd={draft.values.backEnd} />
      {draft.leaving}
    </PageSection>
  );
}

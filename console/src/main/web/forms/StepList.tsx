import { ProgressStep, ProgressStepper } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { t } from "../texts";
import "./forms.css";

/** One thing to do before something else is possible. */
export interface Step {
  id: string;
  title: ReactNode;
  done: boolean;
  /** What is in the way, with links. */
  detail?: ReactNode;
  /** A button or link that does it. */
  action?: ReactNode;
}

/** Which step is next; -1 if all are done. */
export function nextOf(steps: Step[]): number {
  return steps.findIndex(({ done }) => !done);
}

/** Steps in the order in which they are possible; the first that is not done is the next. */
export function StepList({ id, steps }: { id: string; steps: Step[] }) {
  const next = nextOf(steps);
  return (
    <ProgressStepper isVertical aria-label={t("forms.steps")}>
      {steps.map((step, index) => (
        <ProgressStep
          key={step.id}
          id={`${id}-${step.id}`}
          titleId={`${id}-${step.id}-title`}
          variant={step.done ? "success" : index === next ? "info" : "pending"}
          isCurrent={index === next}
          aria-label={t(step.done ? "forms.stepDone" : index === next ? "forms.stepNext" : "forms.stepLater", { n: index + 1 })}
          description={
            <>
              {step.detail}
              {!step.done && step.action && <div className="weir-step-action">{step.action}</div>}
            </>
          }
        >
          {step.title}
        </ProgressStep>
      ))}
    </ProgressStepper>
  );
}

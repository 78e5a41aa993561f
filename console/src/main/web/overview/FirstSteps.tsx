import { Button, Card, CardBody, CardTitle, Content, ProgressStep, ProgressStepper } from "@patternfly/react-core";
import { useReducer } from "react";
import { Link } from "../parts/Link";
import { useList } from "../api/hooks";
import type { Counts, Service } from "../api/types";
import { placesFor } from "../parts/scope";
import { useScope } from "../parts/session";
import { IfWithin, useServiceHolders } from "../parts/Within";
import { t } from "../texts";
import { STEP_TEXTS, firstSteps, hideSteps, stepsShown } from "./steps";

/** The way from an empty system to an API that answers: what is done, and the page of what is next. */
export function FirstSteps({ counts }: { counts: Counts }) {
  const scope = useScope();
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const services = useList<Service>("/v1/services", { limit: 1, sort: "-created" }, { enabled: counts.services > 0 });
  const service = services.data?.items[0]?.id;
  const steps = firstSteps(counts, service);
  const own = useServiceHolders(service ?? "");
  const next = steps.findIndex(({ done }) => !done);
  if (!stepsShown(counts)) return null;
  return (
    <Card>
      <CardTitle component="h2">{t("overview.firstSteps")}</CardTitle>
      <CardBody>
        <Content component="p">{t("overview.firstStepsAbout")}</Content>
        <ProgressStepper isVertical aria-label={t("overview.firstSteps")} className="weir-first-steps">
          {steps.map(({ key, done, to, creates }, index) => {
            const [title, help] = STEP_TEXTS[key];
            const holders = creates ? placesFor(creates, scope) : service ? own : undefined;
            const current = index === next;
            return (
              <ProgressStep
                key={key}
                id={`step-${key}`}
                titleId={`step-${key}-title`}
                variant={done ? "success" : current ? "info" : "pending"}
                isCurrent={current}
                aria-label={t(done ? "forms.stepDone" : current ? "forms.stepNext" : "forms.stepLater", { n: index + 1 })}
                description={
                  <>
                    {!done && t(help)}
                    {current && (
                      <div className="weir-first-step">
                        <IfWithin holders={holders}>
                          <Button component={(props) => <Link {...props} to={to} />}>{t(title)}</Button>
                        </IfWithin>
                        {key === "call" && (
                          <Button
                            variant="link"
                            onClick={() => {
                              hideSteps();
                              draw();
                            }}
                          >
                            {t("overview.hide")}
                          </Button>
                        )}
                      </div>
                    )}
                  </>
                }
              >
                {current ? (
                  t(title)
                ) : (
                  <IfWithin holders={holders} otherwise={t(title)}>
                    <Link to={to}>{t(title)}</Link>
                  </IfWithin>
                )}
              </ProgressStep>
            );
          })}
        </ProgressStepper>
      </CardBody>
    </Card>
  );
}

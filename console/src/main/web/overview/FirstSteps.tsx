import { Button, Card, CardBody, CardTitle, Content, ProgressStep, ProgressStepper } from "@patternfly/react-core";
import { useReducer } from "react";
import { Link } from "../parts/Link";
import { useList } from "../api/hooks";
import type { Counts, Service } from "../api/types";
import { useMayWrite } from "../parts/session";
import { t } from "../texts";
import { STEP_TEXTS, firstSteps, hideSteps, stepsShown } from "./steps";

/** The way from an empty system to an API that answers: what is done, and the page of what is next. */
export function FirstSteps({ counts }: { counts: Counts }) {
  const mayWrite = useMayWrite();
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const services = useList<Service>("/v1/services", { limit: 1, sort: "-created" }, { enabled: counts.services > 0 });
  const steps = firstSteps(counts, services.data?.items[0]?.id);
  const next = steps.findIndex(({ done }) => !done);
  if (!stepsShown(counts)) return null;
  return (
    <Card>
      <CardTitle component="h2">{t("overview.firstSteps")}</CardTitle>
      <CardBody>
        <Content component="p">{t("overview.firstStepsAbout")}</Content>
        <ProgressStepper isVertical aria-label={t("overview.firstSteps")} className="weir-first-steps">
          {steps.map(({ key, done, to }, index) => {
            const [title, help] = STEP_TEXTS[key];
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
                    {current && mayWrite && (
                      <div className="weir-first-step">
                        <Button component={(props) => <Link {...props} to={to} />}>{t(title)}</Button>
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
                {current || !mayWrite ? t(title) : <Link to={to}>{t(title)}</Link>}
              </ProgressStep>
            );
          })}
        </ProgressStepper>
      </CardBody>
    </Card>
  );
}

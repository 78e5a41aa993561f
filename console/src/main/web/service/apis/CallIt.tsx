import { Button, Card, CardBody, CardTitle, Label } from "@patternfly/react-core";
import { CheckCircleIcon } from "@patternfly/react-icons";
import { useNavigate } from "react-router";
import type { Api, Service } from "../../api/types";
import { Code } from "../../parts/Copy";
import { Link } from "../../parts/Link";
import { useMayWrite } from "../../parts/session";
import { t } from "../../texts";
import { tryLink } from "../../tries/link";
import type { Drift } from "../data";
import { joinUrl, samplePath } from "../paths";
import { NoOrigin } from "../environments/NoOrigin";

/** How an API is called in each environment, and how it gets there. */
export function CallIt({ service, api, drifts }: { service: Service; api: Api; drifts: Drift[] }) {
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const noOrigin = drifts.length > 0 && drifts.every(({ url }) => url === undefined);
  return (
    <Card isCompact>
      <CardTitle component="h2">{t("apis.callIt")}</CardTitle>
      <CardBody className="weir-stack">
        {noOrigin && <NoOrigin serviceId={service.id} />}
        {drifts.map(({ environment, url, release, changes }) => {
          const held = release?.apis.find(({ id }) => id === api.id);
          const differs = changes?.some(({ id }) => id === api.id) ?? false;
          return (
            <section key={environment} className="weir-stack" aria-label={environment}>
              <div className="weir-buttons">
                <h3>{environment}</h3>
                {held && !differs && (
                  <Label isCompact color="green" icon={<CheckCircleIcon />}>
                    {t("releases.answers")}
                  </Label>
                )}
                {held && differs && (
                  <Label isCompact color="orange">
                    {t("releases.answersOlder")}
                  </Label>
                )}
                {changes && !held && <span className="weir-subtle">{t("releases.answersNot")}</span>}
                {mayWrite && changes && (!held || differs) && (
                  <Button size="sm" variant={environment === "test" ? "primary" : "secondary"} onClick={() => void navigate(`/services/${service.id}/release?environment=${environment}&api=${api.id}`)}>
                    {t("releases.releaseTo", { environment })}
                  </Button>
                )}
              </div>
              {mayWrite && held && (
                <div>
                  <Link to={tryLink({ serviceId: service.id, environment, apiId: api.id })}>{t("tries.tryIn", { environment })}</Link>
                </div>
              )}
              {held && url && <Code label={t("apis.callLabel", { environment })} text={call(url, held)} />}
            </section>
          );
        })}
      </CardBody>
    </Card>
  );
}

/** The command that calls an API as an environment answers with it. */
export function call(url: string, { frontEnd }: Pick<Api, "frontEnd">): string {
  const method = frontEnd.method === "ANY" || frontEnd.method === "GET" ? "" : frontEnd.method === "HEAD" ? " --head" : ` -X ${frontEnd.method}`;
  return `curl -i${method} '${joinUrl(url, samplePath(frontEnd.path)).replaceAll("'", "%27")}'`;
}

import { Button, Card, CardBody, CardFooter, CardTitle, DescriptionList, ExpandableSection, Label, Skeleton } from "@patternfly/react-core";
import { CheckCircleIcon, OutlinedCircleIcon } from "@patternfly/react-icons";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Fact } from "../../parts/Fact";
import { Link } from "../../parts/Link";
import { useList } from "../../api/hooks";
import type { ReleaseItem, Service } from "../../api/types";
import { CopyText } from "../../parts/Copy";
import { Time } from "../../parts/Time";
import { useMayWrite } from "../../parts/session";
import { locale, t } from "../../texts";
import { tryLink } from "../../tries/link";
import type { Drift } from "../data";
import { ApiChanges } from "../releases/ApiChanges";
import { RollBackDialog } from "./RollBackDialog";
import { SwitchDialog } from "./SwitchDialog";
import { UnreleaseDialog } from "./UnreleaseDialog";

/** One environment: its URL, its release, how the drafts differ from it, and what can be done. */
export function EnvironmentCard({ service, drift, next }: { service: Service; drift: Drift; next: Drift | undefined }) {
  const { environment, url, release, released, changes, tooMany } = drift;
  const base = `/services/${service.id}`;
  // who made a release is told in lists
  const item = useList<ReleaseItem>(`/v1${base}/releases`, { id: release?.id }, { enabled: release !== undefined }).data?.items.find(({ id }) => id === release?.id);
  return (
    <Card component="section" aria-labelledby={`environment-${environment}`} className="weir-environment">
      <CardTitle component="h2">
        <span className="weir-buttons">
          <span id={`environment-${environment}`}>{environment}</span>
          {released ? (
            <Label isCompact color="green" icon={<CheckCircleIcon />}>
              {t("releases.answers")}
            </Label>
          ) : (
            <Label isCompact icon={<OutlinedCircleIcon />}>
              {t("releases.answersNothing")}
            </Label>
          )}
        </span>
      </CardTitle>
      <CardBody className="weir-stack">
        {url && (
          <div>
            <CopyText text={url} />
          </div>
        )}
        {released && changes === undefined && !(tooMany && release) && <Skeleton height="9rem" screenreaderText={t("parts.loading")} />}
        {release && (
          <DescriptionList isCompact isHorizontal horizontalTermWidthModifier={{ default: "10ch" }}>
            <Fact term={t("releases.release")}>
              <code>{release.id}</code>
              {release.description && <div>{release.description}</div>}
            </Fact>
            <Fact term={t("service.apis")}>{release.apiCount.toLocaleString(locale)}</Fact>
            {item?.actor && <Fact term={t("releases.who")}>{item.actor}</Fact>}
            <Fact term={t("releases.when")}>
              <Time at={release.releasedAt} />
            </Fact>
          </DescriptionList>
        )}
        {released && tooMany && <p className="weir-subtle">{t("releases.tooMany")}</p>}
        {released && changes && changes.length === 0 && <p>{t("releases.asDrafts")}</p>}
        {released && changes && changes.length > 0 && (
          <ExpandableSection toggleText={t("releases.draftsDiffer", { n: changes.length })}>
            <ApiChanges changes={changes} label={t("releases.changesOf", { environment })} />
          </ExpandableSection>
        )}
        {!released && <p className="weir-subtle">{t("releases.nothingHere")}</p>}
        {release && next?.release && next.release.id !== release.id && (
          <p>
            <Link to={`${base}/releases/compare?from=${next.release.id}&to=${release.id}`}>{t("releases.compareWith", { environment: next.environment })}</Link>
          </p>
        )}
      </CardBody>
      <CardFooter>
        <Actions service={service} drift={drift} next={next} />
      </CardFooter>
    </Card>
  );
}

type Dialog = "promote" | "rollBack" | "unrelease";

function Actions({ service, drift: { environment, releaseId, release, released, changes, tooMany }, next }: { service: Service; drift: Drift; next: Drift | undefined }) {
  const [dialog, setDialog] = useState<Dialog>();
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  if (!mayWrite) return null;
  const close = () => setDialog(undefined);
  const differs = tooMany || (changes !== undefined && changes.length > 0);
  return (
    <div className="weir-buttons">
      {service.apiCount > 0 && (!released || differs) && (
        <Button variant={environment === "test" ? "primary" : "secondary"} onClick={() => void navigate(`/services/${service.id}/release?environment=${environment}`)}>
          {t("releases.reviewInto", { environment })}
        </Button>
      )}
      {released && (
        <Button variant="secondary" component={(props) => <Link {...props} to={tryLink({ serviceId: service.id, environment })} />}>
          {t("tries.title")}
        </Button>
      )}
      {release && next && next.release?.id !== release.id && (
        <Button variant="secondary" onClick={() => setDialog("promote")}>
          {t("releases.promoteTo", { environment: next.environment })}
        </Button>
      )}
      {release && (
        <>
          <Button variant="secondary" onClick={() => setDialog("rollBack")}>
            {t("releases.rollBack")}
          </Button>
          <Button variant="link" isDanger onClick={() => setDialog("unrelease")}>
            {t("releases.unrelease")}
          </Button>
        </>
      )}
      {dialog === "promote" && next && (
        <SwitchDialog
          service={service}
          environment={next.environment}
          from={next.releaseId}
          releaseId={releaseId}
          title={t("releases.promoteTitle", { from: environment, to: next.environment })}
          action={t("releases.promote")}
          close={close}
        />
      )}
      {dialog === "rollBack" && <RollBackDialog service={service} environment={environment} releaseId={releaseId} close={close} />}
      {dialog === "unrelease" && <UnreleaseDialog service={service} environment={environment} releaseId={releaseId} close={close} />}
    </div>
  );
}

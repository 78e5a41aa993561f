import { DescriptionList, Label, Popover } from "@patternfly/react-core";
import { ExclamationTriangleIcon, InProgressIcon, ShieldAltIcon } from "@patternfly/react-icons";
import { CopyText } from "../parts/Copy";
import { Fact } from "../parts/Fact";
import { Time } from "../parts/Time";
import { t } from "../texts";
import { useCheckpoint } from "./checkpoint";

/** How far the chain is signed, and by how many processes of the data plane it was verified and signed again. */
export function VerifiedBadge() {
  const { data: found, error } = useCheckpoint();
  if (error) return <Label variant="outline" color="red" icon={<ExclamationTriangleIcon />}>{t("history.noCheckpointRead")}</Label>;
  if (found === undefined) return null;
  if (found === null) return <Label variant="outline" color="grey" icon={<InProgressIcon />}>{t("history.noCheckpoint")}</Label>;
  return (
    <Popover
      headerContent={t("history.checkpoint")}
      bodyContent={
        <>
          <p>{t("history.checkpointHelp")}</p>
          <DescriptionList isCompact>
            <Fact term={t("history.signedAt")}>{found.signedAt ? <Time at={new Date(found.signedAt).toISOString()} exact /> : t("parts.none")}</Fact>
            <Fact term={t("history.root")}><CopyText text={found.root} /></Fact>
          </DescriptionList>
          <a href="/v1/ledger/checkpoint" target="_blank" rel="noreferrer">{t("history.note")}</a>
        </>
      }
    >
      <Label onClick={() => undefined} variant="outline" color={found.cosignatures > 0 ? "green" : "yellow"} icon={<ShieldAltIcon />}>
        {t("history.verified", { position: found.size, n: found.cosignatures })}
      </Label>
    </Popover>
  );
}

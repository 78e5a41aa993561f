import { Button, Card, CardBody, CardTitle, FormGroup, TextInput } from "@patternfly/react-core";
import { useId, useState } from "react";
import { useWrite } from "../../api/hooks";
import type { Vpc } from "../../api/types";
import { Alert } from "../../parts/Alert";
import { NAME } from "../../parts/nameRule";
import { ProblemView } from "../../parts/ProblemView";
import { t } from "../../texts";

/** Creates a VPC in the middle of the form that needs one. */
export function CreateVpc({ first, created, cancel }: { first: boolean; created: (id: string) => void; cancel?: () => void }) {
  const id = useId();
  const [name, setName] = useState("");
  const create = useWrite<Vpc>();
  const ok = NAME.test(name);
  const submit = () => ok && create.mutate({ method: "POST", path: "/v1/vpcs", body: { name } }, { onSuccess: ({ value }) => created(value.id!) });
  return (
    <Card isCompact>
      <CardTitle component="h3">{t("upstreams.vpc")}</CardTitle>
      <CardBody className="weir-stack">
        {first && <Alert isInline isPlain variant="info" title={t("upstreams.noVpc")} />}
        {create.error && <ProblemView problem={create.error} />}
        <FormGroup label={t("upstreams.vpcName")} fieldId={id} isRequired>
          <TextInput
            id={id}
            value={name}
            maxLength={50}
            isRequired
            autoFocus={!first}
            autoComplete="off"
            validated={name !== "" && !ok ? "error" : "default"}
            aria-describedby={`${id}-help`}
            onChange={(_event, text) => setName(text)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              submit();
            }}
          />
          <small id={`${id}-help`}>{t("upstreams.nameHelp")}</small>
        </FormGroup>
        <div className="weir-buttons">
          <Button variant="secondary" onClick={submit} isDisabled={!ok || create.isPending} isLoading={create.isPending}>
            {t("upstreams.createVpc")}
          </Button>
          {cancel && (
            <Button variant="link" onClick={cancel}>
              {t("parts.cancel")}
            </Button>
          )}
        </div>
      </CardBody>
    </Card>
  );
}

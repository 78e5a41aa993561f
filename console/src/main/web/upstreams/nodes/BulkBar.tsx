import { Button, InputGroup, InputGroupItem, TextInput } from "@patternfly/react-core";
import { useState } from "react";
import { t } from "../../texts";
import { MAX_WEIGHT, type FormNode } from "./model";

interface Props {
  count: number;
  change: (change: Partial<FormNode>) => void;
  remove: () => void;
  clear: () => void;
}

/** What can be done with several nodes at a time. */
export function BulkBar({ count, change, remove, clear }: Props) {
  const [weight, setWeight] = useState("");
  const ok = /^\d+$/.test(weight) && Number(weight) <= MAX_WEIGHT;
  const set = () => ok && change({ weight: Number(weight) });
  return (
    <div className="weir-nodes-tools weir-nodes-bulk" role="group" aria-label={t("upstreams.selected", { n: count })}>
      <b>{t("upstreams.selected", { n: count })}</b>
      <InputGroup className="weir-bulk-weight">
        <InputGroupItem>
          <TextInput
            type="number"
            min={0}
            max={MAX_WEIGHT}
            aria-label={t("upstreams.bulkWeight")}
            placeholder={t("upstreams.weight")}
            value={weight}
            onChange={(_event, text) => setWeight(text)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              set();
            }}
          />
        </InputGroupItem>
        <InputGroupItem>
          <Button variant="control" isDisabled={!ok} onClick={set}>
            {t("upstreams.setWeight")}
          </Button>
        </InputGroupItem>
      </InputGroup>
      <Button variant="secondary" size="sm" onClick={() => change({ draining: true })}>{t("upstreams.drain")}</Button>
      <Button variant="secondary" size="sm" onClick={() => change({ draining: false })}>{t("upstreams.undrain")}</Button>
      <Button variant="secondary" size="sm" isDanger onClick={remove}>{t("upstreams.remove")}</Button>
      <Button variant="link" size="sm" onClick={clear}>{t("upstreams.selectNone")}</Button>
    </div>
  );
}

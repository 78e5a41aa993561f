import { Button, Checkbox, Switch, TextInput } from "@patternfly/react-core";
import { TrashIcon } from "@patternfly/react-icons";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { fieldId, useFieldError } from "../../forms/errors";
import { t } from "../../texts";
import { MAX_WEIGHT, type Column, type FormNode, type RowErrors } from "./model";
import { ShareBar } from "./ShareBar";

interface Props {
  index: number;
  node: FormNode;
  share: number;
  /** What a full bar of shares stands for. */
  of: number;
  errors: RowErrors;
  selected: boolean;
  select: (selected: boolean) => void;
  update: (change: Partial<FormNode>) => void;
  remove: () => void;
  /** Enter goes to the same column of the next row. */
  next: (column: Column) => void;
  /** True if it was more than one value, and was taken. */
  paste: (text: string) => boolean;
}

export function NodeRow({ index, node, share, of, errors, selected, select, update, remove, next, paste }: Props) {
  const row = index + 1;
  const base = `/nodes/${index}`;
  const refused = { address: useFieldError(`${base}/address`), port: useFieldError(`${base}/port`), weight: useFieldError(`${base}/weight`) };
  const whole = useFieldError(base);
  const wrong = (column: Column) => errors[column] ?? refused[column];
  const told = [...new Set([wrong("address"), wrong("port"), wrong("weight"), whole])].filter((text) => text !== undefined);
  const errorId = `${fieldId(base)}-error`;
  const common = (column: Column) => ({
    id: fieldId(`${base}/${column}`),
    "aria-label": t(`upstreams.${column}Of`, { row }),
    "aria-describedby": told.length > 0 ? errorId : undefined,
    "aria-invalid": wrong(column) !== undefined,
    validated: wrong(column) ? ("error" as const) : ("default" as const),
    autoComplete: "off",
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Enter" && !event.nativeEvent.isComposing) {
        event.preventDefault();
        next(column);
      }
    },
    onPaste: (event: ClipboardEvent) => {
      if (paste(event.clipboardData.getData("text"))) event.preventDefault();
    },
  });
  const number = (text: string) => (text.trim() === "" ? undefined : Number(text));
  return (
    <>
      <div role="cell" className="weir-node-select">
        <Checkbox id={`${fieldId(base)}-select`} aria-label={t("upstreams.selectRow", { row })} isChecked={selected} onChange={(_event, checked) => select(checked)} />
      </div>
      <div role="cell" className="weir-node-address">
        <TextInput {...common("address")} className="weir-code" spellCheck={false} placeholder="10.0.0.1" value={node.address} onChange={(_event, address) => update({ address })} />
      </div>
      <div role="cell" className="weir-node-port">
        <TextInput {...common("port")} type="number" inputMode="numeric" min={1} max={65_535} placeholder={t("upstreams.port")} value={node.port ?? ""} onChange={(_event, text) => update({ port: number(text) })} />
      </div>
      <div role="cell" className="weir-node-weight">
        <TextInput {...common("weight")} type="number" inputMode="numeric" min={0} max={MAX_WEIGHT} placeholder={t("upstreams.weight")} value={node.weight ?? ""} onChange={(_event, text) => update({ weight: number(text) })} />
      </div>
      <div role="cell" className="weir-node-share">
        <ShareBar share={share} of={of} />
      </div>
      <div role="cell" className="weir-node-drain">
        <Switch id={`${fieldId(base)}-draining`} aria-label={t("upstreams.drainRow", { row })} isChecked={node.draining === true} onChange={(_event, draining) => update({ draining })} />
      </div>
      <div role="cell" className="weir-node-remove">
        <Button variant="plain" icon={<TrashIcon />} aria-label={t("upstreams.removeRow", { row })} onClick={remove} />
      </div>
      {told.length > 0 && (
        <div role="cell" id={errorId} className="weir-node-error">
          {told.join(" ")}
        </div>
      )}
    </>
  );
}

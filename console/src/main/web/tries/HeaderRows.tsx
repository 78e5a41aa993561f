import { Button, TextInput } from "@patternfly/react-core";
import { MinusCircleIcon, PlusCircleIcon } from "@patternfly/react-icons";
import type { Header } from "../api/types";
import { fieldId, useFieldError } from "../forms/errors";
import { t } from "../texts";
import { headerPointer, isBlank } from "./model";

/** The headers that are sent with a request, a row each. */
export function HeaderRows({ headers, onChange }: { headers: Header[]; onChange: (headers: Header[]) => void }) {
  return (
    <fieldset className="weir-headers">
      <legend>{t("tries.headers")}</legend>
      {headers.map((header, row) => (
        <HeaderRow
          key={row}
          header={header}
          row={row}
          pointer={headerPointer(headers, row)}
          onChange={(changed) => onChange(headers.map((other, index) => (index === row ? changed : other)))}
          onRemove={() => onChange(headers.filter((_, index) => index !== row))}
        />
      ))}
      <Button variant="link" isInline icon={<PlusCircleIcon />} onClick={() => onChange([...headers, { name: "", value: "" }])}>
        {t("tries.addHeader")}
      </Button>
    </fieldset>
  );
}

interface RowProps {
  header: Header;
  row: number;
  pointer: string;
  onChange: (header: Header) => void;
  onRemove: () => void;
}

function HeaderRow({ header, row, pointer, onChange, onRemove }: RowProps) {
  const errors = [useFieldError(pointer), useFieldError(`${pointer}/name`), useFieldError(`${pointer}/value`)].filter(Boolean).join(" ");
  // an empty row is not sent, so it has no place there
  const id = isBlank(header) ? `/no-header/${row}` : pointer;
  const common = {
    validated: errors ? ("error" as const) : ("default" as const),
    "aria-invalid": errors !== "",
    "aria-describedby": errors ? `${fieldId(id)}-help` : undefined,
    autoComplete: "off",
    spellCheck: false,
    className: "weir-code",
  };
  return (
    <div className="weir-header">
      <TextInput {...common} id={fieldId(`${id}/name`)} aria-label={t("tries.headerName", { row: row + 1 })} placeholder={t("tries.headerNameShort")} value={header.name} onChange={(_event, name) => onChange({ ...header, name })} />
      <TextInput {...common} id={fieldId(`${id}/value`)} aria-label={t("tries.headerValue", { row: row + 1 })} placeholder={t("tries.headerValueShort")} value={header.value} onChange={(_event, value) => onChange({ ...header, value })} />
      <Button variant="plain" icon={<MinusCircleIcon />} aria-label={t("tries.removeHeader", { row: row + 1 })} onClick={onRemove} />
      {errors && (
        <div id={`${fieldId(id)}-help`} className="weir-header-wrong">
          {errors}
        </div>
      )}
    </div>
  );
}

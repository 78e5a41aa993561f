import { FormGroup, FormHelperText, HelperText, HelperTextItem, Label, LabelGroup, TextInput } from "@patternfly/react-core";
import { useId, useState } from "react";
import { t } from "../texts";
import { lastReasons } from "./reasons";

const MAX_LENGTH = 500;

/** Why a change is made; it is recorded with it. The last ones are offered. */
export function ReasonBox({ value, onChange, required = false }: { value: string; onChange: (reason: string) => void; required?: boolean }) {
  const id = useId();
  const [offered] = useState(lastReasons);
  return (
    <FormGroup label={t("forms.reason")} fieldId={id} isRequired={required}>
      <TextInput id={id} value={value} onChange={(_event, text) => onChange(text)} maxLength={MAX_LENGTH} isRequired={required} aria-describedby={`${id}-help`} autoComplete="off" />
      <FormHelperText>
        <HelperText id={`${id}-help`}>
          <HelperTextItem>{t("forms.reasonHelp")}</HelperTextItem>
        </HelperText>
      </FormHelperText>
      {offered.length > 0 && (
        <LabelGroup categoryName={t("forms.lastReasons")} className="weir-reasons" collapsedText={t("forms.more", { n: "${remaining}" })} expandedText={t("parts.fewerLabels")}>
          {offered.map((reason) => (
            <Label key={reason} variant="outline" isCompact textMaxWidth="16rem" onClick={() => onChange(reason)}>
              {reason}
            </Label>
          ))}
        </LabelGroup>
      )}
    </FormGroup>
  );
}

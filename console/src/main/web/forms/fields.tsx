import { Checkbox, FormGroup, FormHelperText, FormSelect, FormSelectOption, HelperText, HelperTextItem, Switch, TextArea, TextInput } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { t } from "../texts";
import { fieldId, useFieldError } from "./errors";

interface Field {
  label: string;
  /** JSON pointer of the value in what is sent; its violations are shown here. */
  pointer: string;
  help?: ReactNode;
  /** What is wrong, if the form knows by itself. */
  error?: string;
  required?: boolean;
  disabled?: boolean;
}

/** A label, a field and what is to be said of it; the field is described by it. */
export function FieldGroup({ label, pointer, help, error, required, children, extra }: Field & { children: (field: { id: string; describedBy?: string; invalid: boolean }) => ReactNode; extra?: ReactNode }) {
  const refused = useFieldError(pointer);
  const wrong = error ?? refused;
  const id = fieldId(pointer);
  return (
    <FormGroup label={label} fieldId={id} isRequired={required}>
      {children({ id, describedBy: wrong || help ? `${id}-help` : undefined, invalid: wrong !== undefined })}
      {(wrong || help) && (
        <FormHelperText>
          <HelperText id={`${id}-help`}>
            {wrong && <HelperTextItem variant="error">{wrong}</HelperTextItem>}
            {help && <HelperTextItem>{help}</HelperTextItem>}
          </HelperText>
        </FormHelperText>
      )}
      {extra}
    </FormGroup>
  );
}

interface TextFieldProps extends Field {
  value: string | undefined;
  onChange: (value: string) => void;
  maxLength?: number;
  /** More than one line. */
  long?: boolean;
  placeholder?: string;
  /** Set in type of one width, for addresses and the like. */
  code?: boolean;
}

export function TextField({ value = "", onChange, maxLength, long, placeholder, code, disabled, ...field }: TextFieldProps) {
  return (
    <FieldGroup {...field}>
      {({ id, describedBy, invalid }) => {
        const common = {
          id,
          value,
          maxLength,
          placeholder,
          isRequired: field.required,
          isDisabled: disabled,
          validated: invalid ? ("error" as const) : ("default" as const),
          "aria-describedby": describedBy,
          "aria-invalid": invalid,
          spellCheck: long === true,
          autoComplete: "off",
          className: code ? "weir-code" : undefined,
        };
        return long ? (
          <TextArea {...common} rows={2} resizeOrientation="vertical" onChange={(_event, text) => onChange(text)} />
        ) : (
          <TextInput {...common} onChange={(_event, text) => onChange(text)} />
        );
      }}
    </FieldGroup>
  );
}

interface NumberFieldProps extends Field {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  min: number;
  max: number;
  /** After the label, such as "seconds". */
  unit?: string;
}

/** What is wrong with a whole number, or undefined. */
export function numberError(value: number | undefined, min: number, max: number, required = true): string | undefined {
  if (value === undefined) return required ? t("forms.required") : undefined;
  return Number.isInteger(value) && value >= min && value <= max ? undefined : t("forms.range", { min, max });
}

export function NumberField({ value, onChange, min, max, unit, error, help, disabled, label, ...field }: NumberFieldProps) {
  return (
    <FieldGroup
      {...field}
      label={unit ? `${label} (${unit})` : label}
      error={error ?? (value === undefined ? undefined : numberError(value, min, max))}
      help={help ? <>{help} {t("forms.from", { min, max })}</> : t("forms.from", { min, max })}
    >
      {({ id, describedBy, invalid }) => (
        <TextInput
          id={id}
          type="number"
          inputMode="numeric"
          className="weir-number"
          min={min}
          max={max}
          step={1}
          value={value ?? ""}
          isRequired={field.required}
          isDisabled={disabled}
          validated={invalid ? "error" : "default"}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(_event, text) => onChange(text.trim() === "" ? undefined : Number(text))}
        />
      )}
    </FieldGroup>
  );
}

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectFieldProps extends Field {
  value: string | undefined;
  onChange: (value: string) => void;
  options: Option[];
  placeholder?: string;
  /** Below the field, such as a button. */
  extra?: ReactNode;
}

export function SelectField({ value = "", onChange, options, placeholder, disabled, ...field }: SelectFieldProps) {
  const unknown = value !== "" && !options.some((option) => option.value === value);
  return (
    <FieldGroup {...field}>
      {({ id, describedBy, invalid }) => (
        <FormSelect
          id={id}
          value={value}
          isRequired={field.required}
          isDisabled={disabled}
          validated={invalid ? "error" : "default"}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(_event, chosen) => onChange(chosen)}
        >
          {(placeholder !== undefined || value === "") && <FormSelectOption value="" label={placeholder ?? t("forms.choose")} isPlaceholder isDisabled={field.required} />}
          {unknown && <FormSelectOption value={value} label={value} />}
          {options.map((option) => (
            <FormSelectOption key={option.value} value={option.value} label={option.label} isDisabled={option.disabled} />
          ))}
        </FormSelect>
      )}
    </FieldGroup>
  );
}

interface SwitchFieldProps extends Omit<Field, "required"> {
  value: boolean;
  onChange: (value: boolean) => void;
  /** A box instead of a switch. */
  box?: boolean;
}

export function SwitchField({ label, pointer, help, error, value, onChange, disabled, box }: SwitchFieldProps) {
  const refused = useFieldError(pointer);
  const wrong = error ?? refused;
  const id = fieldId(pointer);
  const common = { id, label, isChecked: value, isDisabled: disabled, "aria-describedby": wrong || help ? `${id}-help` : undefined };
  return (
    <FormGroup>
      {box ? <Checkbox {...common} onChange={(_event, checked) => onChange(checked)} /> : <Switch {...common} onChange={(_event, checked) => onChange(checked)} />}
      {(wrong || help) && (
        <HelperText id={`${id}-help`}>
          {wrong && <HelperTextItem variant="error">{wrong}</HelperTextItem>}
          {help && <HelperTextItem>{help}</HelperTextItem>}
        </HelperText>
      )}
    </FormGroup>
  );
}

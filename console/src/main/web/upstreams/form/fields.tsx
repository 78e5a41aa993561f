import { ExpandableSection } from "@patternfly/react-core";
import { useState, type ReactNode } from "react";
import { useErrorsBelow } from "../../forms/errors";
import { NumberField } from "../../forms/fields";
import { at } from "../../parts/pointer";
import { t, type TextKey } from "../../texts";
import { labelOf } from "./label";
import { RANGES, type NumberPointer, type UpstreamForm } from "./model";

export interface SectionProps {
  values: UpstreamForm;
  set: (pointer: string, value: unknown) => void;
}

/** A number of the form, with the range that the API gives it. */
export function Numeric({ pointer, help, values, set }: SectionProps & { pointer: NumberPointer; help?: TextKey }) {
  const [min, max] = RANGES[pointer];
  return <NumberField label={labelOf(pointer)} pointer={pointer} required min={min} max={max} help={help && t(help)} value={at(values, pointer) as number | undefined} onChange={(value) => set(pointer, value)} />;
}

/** A folded part of the form, with what it holds told in a line; it opens if something in it is wrong. */
export function Folded({ title, summary, pointers, children }: { title: string; summary: string; pointers: string[]; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const wrong = useErrorsBelow(...pointers);
  return (
    <ExpandableSection
      isExpanded={open || wrong}
      onToggle={(_event, expanded) => setOpen(expanded)}
      toggleContent={
        <>
          <b>{title}</b> <span className="weir-folded">{summary}</span>
        </>
      }
      isIndented
    >
      <div className="weir-fields pf-v6-c-form">{children}</div>
    </ExpandableSection>
  );
}

import { Button, Radio, Title } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { Alert } from "../parts/Alert";
import { Changes } from "../parts/Changes";
import { valueText } from "../parts/fields";
import { t } from "../texts";
import { merge, type Side } from "./merge";

interface Props<T> {
  base: T;
  yours: T;
  theirs: T;
  label: (pointer: string) => string;
  /** Goes on with what came of it, on the newer version. */
  onMerged: (merged: T) => void;
  onBack: () => void;
}

/** Somebody else has saved first: yours, theirs and what was before, field by field. */
export function ConflictPanel<T>({ base, yours, theirs, label, onMerged, onBack }: Props<T>) {
  const [taken, setTaken] = useState<Record<string, Side>>({});
  const merged = merge(base, yours, theirs, taken);
  const open = merged.conflicts.filter(({ pointer }) => taken[pointer] === undefined).length;
  return (
    <section aria-labelledby="conflict-title" className="weir-stack">
      <Alert isInline variant="warning" id="conflict-title" title={t("forms.conflict")}>
        {merged.conflicts.length === 0 ? t("forms.conflictNone") : t("forms.conflictSome", { n: merged.conflicts.length })}
      </Alert>
      {merged.conflicts.length > 0 && (
        <Table variant="compact" aria-label={t("forms.conflictFields")} gridBreakPoint="grid-lg">
          <Thead>
            <Tr>
              <Th>{t("forms.field")}</Th>
              <Th>{t("forms.base")}</Th>
              <Th>{t("forms.theirs")}</Th>
              <Th>{t("forms.yours")}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {merged.conflicts.map(({ pointer, ...values }) => {
              const choice = (side: Side) => (
                <Radio
                  id={`conflict${pointer}-${side}`}
                  name={`conflict${pointer}`}
                  label={
                    <>
                      <span className="pf-v6-screen-reader">{`${label(pointer)}, ${t(`forms.${side}`)}: `}</span>
                      {valueText(values[side])}
                    </>
                  }
                  isChecked={taken[pointer] === side}
                  onChange={() => setTaken({ ...taken, [pointer]: side })}
                />
              );
              return (
                <Tr key={pointer}>
                  <Td dataLabel={t("forms.field")} modifier="breakWord">{label(pointer)}</Td>
                  <Td dataLabel={t("forms.base")} modifier="breakWord">{valueText(values.base)}</Td>
                  <Td dataLabel={t("forms.theirs")} modifier="breakWord">{choice("theirs")}</Td>
                  <Td dataLabel={t("forms.yours")} modifier="breakWord">{choice("yours")}</Td>
                </Tr>
              );
            })}
          </Tbody>
        </Table>
      )}
      {merged.theirs.length > 0 && (
        <>
          <Title headingLevel="h3" size="md">{t("forms.alsoTheirs")}</Title>
          <Changes changes={merged.theirs} words={label} label={t("forms.changes")} />
        </>
      )}
      <div className="weir-buttons">
        <Button isDisabled={open > 0} onClick={() => onMerged(merged.value)}>
          {t("forms.goOn")}
        </Button>
        <Button variant="link" onClick={onBack}>
          {t("parts.back")}
        </Button>
        {open > 0 && <span role="status">{t("forms.conflictOpen", { n: open })}</span>}
      </div>
    </section>
  );
}

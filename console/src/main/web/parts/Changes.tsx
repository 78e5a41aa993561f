import { Button, Label } from "@patternfly/react-core";
import { MinusIcon, PencilAltIcon, PlusIcon } from "@patternfly/react-icons";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import type { Difference } from "../api/types";
import { t } from "../texts";
import "./changes.css";
import { fieldLabel, idsIn, leaves, valueText, type NameOf } from "./fields";
import { useNames } from "./names";
import { kindOf, type Kind } from "./objects";

const AT_FIRST = 12;

interface Props {
  changes: Difference[];
  /** Of what kind the object is that changed. */
  kind?: Kind;
  /** A position at which the objects that are spoken of were there. */
  at?: number;
  /** The words for a pointer, where a form has its own. */
  words?: (pointer: string) => string;
  /** What the table is of, for readers. */
  label?: string;
}

/** What became different, member by member in the words of the forms: the old beside the new. */
export function Changes({ changes, kind, at, words, label = t("history.changesOf") }: Props) {
  const [whole, setWhole] = useState(false);
  const names = useNames(idsIn(changes).map((id) => ({ kind: kindOf(id), id, at })));
  const nameOf: NameOf = (id) => names.get(id)?.name || id;
  const rows = leaves(changes);
  if (rows.length === 0) return <p>{t("history.noChanges")}</p>;
  return (
    <>
      <Table aria-label={label} variant="compact" gridBreakPoint="grid-md" className="weir-changes">
        <Thead>
          <Tr>
            <Th width={35}>{t("history.what")}</Th>
            <Th>{t("history.before")}</Th>
            <Th>{t("history.after")}</Th>
            <Th width={15} screenReaderText={t("history.changesOf")} />
          </Tr>
        </Thead>
        <Tbody>
          {(whole ? rows : rows.slice(0, AT_FIRST)).map((row) => (
            <Tr key={row.pointer}>
              <Td dataLabel={t("history.what")} modifier="breakWord">
                {words?.(row.pointer) ?? fieldLabel(row.pointer, kind, nameOf)}
              </Td>
              <Td dataLabel={t("history.before")} modifier="breakWord">
                {row.from === undefined ? <Nothing /> : <del className="weir-from">{valueText(row.from, nameOf)}</del>}
              </Td>
              <Td dataLabel={t("history.after")} modifier="breakWord">
                {row.to === undefined ? <Nothing /> : <ins className="weir-to">{valueText(row.to, nameOf)}</ins>}
              </Td>
              <Td>
                <How change={row} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {!whole && rows.length > AT_FIRST && (
        <Button variant="link" isInline onClick={() => setWhole(true)}>
          {t("history.showAll", { n: rows.length })}
        </Button>
      )}
    </>
  );
}

function Nothing() {
  return <span className="weir-nothing">{t("parts.none")}</span>;
}

/** By a word and a sign, not by colour alone. */
function How({ change }: { change: Difference }) {
  if (change.from === undefined) return <Label isCompact color="green" icon={<PlusIcon />}>{t("history.wasAdded")}</Label>;
  if (change.to === undefined) return <Label isCompact color="red" icon={<MinusIcon />}>{t("history.wasRemoved")}</Label>;
  return <Label isCompact color="blue" icon={<PencilAltIcon />}>{t("history.wasChanged")}</Label>;
}

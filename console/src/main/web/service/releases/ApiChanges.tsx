import { ExpandableSection, Label } from "@patternfly/react-core";
import { MinusIcon, PencilAltIcon, PlusIcon } from "@patternfly/react-icons";
import { Changes } from "../../parts/Changes";
import { t } from "../../texts";
import type { ApiChange } from "../drift";

const MARKS = {
  added: { color: "green", icon: <PlusIcon />, word: "releases.added" },
  removed: { color: "red", icon: <MinusIcon />, word: "releases.removed" },
  changed: { color: "blue", icon: <PencilAltIcon />, word: "releases.changed" },
} as const;

/** More than these are folded. */
const OPEN = 5;

/** APIs that came, went or changed, and what of them. */
export function ApiChanges({ changes, label }: { changes: ApiChange[]; label: string }) {
  if (changes.length === 0) return <p>{t("releases.same")}</p>;
  return (
    <ul className="weir-api-changes" aria-label={label}>
      {changes.map((api) => {
        const { color, icon, word } = MARKS[api.change];
        const head = (
          <>
            <Label isCompact color={color} icon={icon}>
              {t(word)}
            </Label>{" "}
            <b>{api.name}</b> <span className="weir-id">{api.id}</span>
          </>
        );
        return (
          <li key={api.id}>
            {api.changes.length === 0 ? (
              head
            ) : changes.length <= OPEN ? (
              <>
                {head}
                <Changes changes={api.changes} kind="api" label={api.name} />
              </>
            ) : (
              <ExpandableSection toggleContent={head} toggleId={`change-${api.id}`} contentId={`change-${api.id}-content`}>
                <Changes changes={api.changes} kind="api" label={api.name} />
              </ExpandableSection>
            )}
          </li>
        );
      })}
    </ul>
  );
}

import { Label, TextInput } from "@patternfly/react-core";
import { useId, useState } from "react";
import { useRead } from "../api/hooks";
import type { SearchResult } from "../api/types";
import { useTyped } from "../parts/listState";
import { useNames } from "../parts/names";
import { kindOf } from "../parts/objects";
import { t } from "../texts";

/** Chooses the object whose history is looked at: by its name or id, or a domain. */
export function SubjectFilter({ subject, onSubject }: { subject: string; onSubject: (id: string | undefined) => void }) {
  const id = useId();
  const [q, setQ] = useState("");
  const [typed, setTyped] = useTyped(q, setQ);
  const names = useNames(subject ? [{ kind: kindOf(subject), id: subject }] : []);
  const found = useRead<SearchResult>("/v1/search", { q, limit: 20 }, { enabled: q !== "", keep: true, now: true });
  const items = found.data?.items ?? [];
  const choose = (text: string) => {
    const item = items.find((each) => each.id === text || each.name === text);
    const chosen = item?.id ?? (kindOf(text) !== "domain" || text.includes(".") ? text : undefined);
    if (!chosen) return;
    setTyped("");
    setQ("");
    onSubject(chosen);
  };
  if (subject) {
    return (
      <Label color="blue" onClose={() => onSubject(undefined)} closeBtnAriaLabel={t("history.anyObject")}>
        {t("history.objectIs", { object: names.get(subject)?.name || subject })}
      </Label>
    );
  }
  return (
    <>
      <TextInput
        id={id}
        type="search"
        list={`${id}-found`}
        aria-label={t("history.object")}
        placeholder={t("history.object")}
        value={typed}
        onChange={(_event, text) => {
          setTyped(text);
          if (items.some((item) => item.id === text)) choose(text);
        }}
        onKeyDown={(event) => event.key === "Enter" && choose(typed.trim())}
        onBlur={() => typed.trim() && choose(typed.trim())}
      />
      <datalist id={`${id}-found`}>
        {items.map((item) => (
          <option key={item.id} value={item.id}>
            {[item.name, item.kind].filter(Boolean).join(" · ")}
          </option>
        ))}
      </datalist>
    </>
  );
}

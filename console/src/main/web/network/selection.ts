import { useSearchParams } from "react-router";
import { useAt } from "../frame/at";

/** What of the network is selected, kept in the URL with the search and the view. */
export function useSelection() {
  const [params, setParams] = useSearchParams();
  const at = useAt();
  const selected = params.get("selected") ?? undefined;
  const linkTo = (id: string | undefined): string => {
    const next = new URLSearchParams(params);
    if (id) next.set("selected", id);
    else next.delete("selected");
    if (at) next.set("at", at);
    return `?${next}`;
  };
  const set = (name: string, value: string | undefined) =>
    setParams((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    }, { replace: name === "q" });
  return { selected, q: params.get("q") ?? "", table: params.get("view") === "table", linkTo, set };
}

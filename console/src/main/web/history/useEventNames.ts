import { useNames, type Called, type Names } from "../parts/names";
import { refOf } from "../parts/objects";
import { nameIn, refsOf, type Told } from "./sentence";

/** The names that the sentences of these events need: what the events themselves say, and for the rest what the server does. */
export function useEventNames(events: Told[]): Names {
  const told = new Map<string, Called>();
  for (const event of events) {
    const { id } = refOf(event.stream);
    const name = nameIn(event);
    // the newest comes first
    if (name && !told.has(id)) told.set(id, { name });
  }
  const asked = useNames(events.flatMap(refsOf));
  return new Map([...told, ...[...asked].filter(([id, { name, gone }]) => name !== undefined || gone === true || !told.has(id)).map(([id, called]): [string, Called] => [id, { ...told.get(id), ...called, name: called.name ?? told.get(id)?.name }])]);
}

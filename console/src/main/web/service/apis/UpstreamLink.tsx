import { Link } from "../../parts/Link";
import { useNames } from "../../parts/names";

/** An upstream by its name. */
export function UpstreamLink({ id }: { id: string }) {
  const names = useNames([{ kind: "upstream", id }]);
  return <Link to={`/upstreams/${id}`}>{names.get(id)?.name ?? id}</Link>;
}

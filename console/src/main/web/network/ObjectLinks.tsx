import { Link } from "../parts/Link";
import { byName, type Named } from "./model";
import { useSelection } from "./selection";

/** Objects of the network by name, each leading to its details; a dash for none. */
export function ObjectLinks({ of }: { of: Named[] }) {
  const { linkTo } = useSelection();
  if (of.length === 0) return <>–</>;
  return [...of].sort(byName).map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ", "}
      <Link to={linkTo(id)}>{name ?? id}</Link>
    </span>
  ));
}

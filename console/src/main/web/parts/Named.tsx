import { Link } from "./Link";

/** An object by its name, with its id below; by its id alone if it has no name. */
export function Named({ id, name, to }: { id: string; name?: string; to?: string }) {
  const text = name || id;
  return (
    <>
      {to ? <Link to={to}>{text}</Link> : text}
      {name && <div className="weir-id">{id}</div>}
    </>
  );
}

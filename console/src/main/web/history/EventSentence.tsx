import { Link } from "../parts/Link";
import type { Names } from "../parts/names";
import { pageOf } from "../parts/objects";
import { sentence, type Part, type Told } from "./sentence";

/** What an event did, in words, with links to what it speaks of. */
export function EventSentence({ event, names }: { event: Told; names?: Names }) {
  return (
    <span className="weir-sentence">
      {sentence(event, names).map((part, index) => (
        <PartView key={index} part={part} />
      ))}
    </span>
  );
}

function PartView({ part }: { part: Part }) {
  if (part.kind === "actor") return <b>{part.text}</b>;
  if (part.kind === "value") return <span className="weir-value">{part.text}</span>;
  if (part.kind === "text") return part.text;
  const page = pageOf(part.ref);
  if (page === undefined) return <span>{part.text}</span>;
  // what is there no more is shown as it was
  return (
    <Link to={part.at === undefined ? page : `${page}${page.includes("?") ? "&" : "?"}at=${part.at}`} title={part.ref.id}>
      {part.text}
    </Link>
  );
}

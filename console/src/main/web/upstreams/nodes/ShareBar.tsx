import { percent } from "./share";
import "./share.css";

/** A share of new requests as a bar; beside what a node gets now, a mark for what its weight says. A full bar is `of`, so that many small shares can be told apart. */
export function ShareBar({ share, mark, of = 1 }: { share: number; mark?: number; of?: number }) {
  return (
    <div className="weir-share">
      <div className="weir-share-bar" aria-hidden="true">
        <div className="weir-share-now" style={{ inlineSize: `${(100 * share) / of}%` }} />
        {mark !== undefined && <div className="weir-share-mark" style={{ insetInlineStart: `${Math.min((100 * mark) / of, 99)}%` }} />}
      </div>
      <span className="weir-numeric">{percent(share)}</span>
    </div>
  );
}

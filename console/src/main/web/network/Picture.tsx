import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Link } from "../parts/Link";
import type { Instance, Network, Vpc } from "../api/types";
import { t } from "../texts";
import { Lines, colour, geometry } from "./Lines";
import { layout } from "./layout";
import type { Pair, UpstreamCount } from "./model";
import { useSelection } from "./selection";

/** What is drawn, or listed in tables. */
export interface Drawn {
  vpcs: Vpc[];
  networks: Network[];
  instances: Instance[];
  counts?: Map<string, UpstreamCount>;
  pairs: Pair[];
}

/** The width of an element as it is laid out. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
}

const ROOMY = 14;

/** The network as a picture: a box a VPC, a bar a Cloud Connect Network, a red line where APIs need what is not joined. */
export function Picture({ vpcs, networks, instances, counts, pairs }: Drawn) {
  const [ref, width] = useWidth();
  const { selected, linkTo } = useSelection();
  const drawn = layout(vpcs, networks);
  const at = geometry({ width, rows: drawn.rows.length, lanes: drawn.lanes, tight: drawn.rows.length > ROOMY, broken: pairs.length > 0 });
  return (
    <div ref={ref} className="weir-picture" style={{ height: at.height }}>
      {width > 0 && (
        <>
          <Lines drawn={drawn} pairs={pairs} at={at} />
          <ul className="weir-picture-boxes" style={{ left: at.left, width: at.box }} aria-label={t("network.vpcs")} onKeyDown={walk}>
            {drawn.rows.map((vpc) => (
              <Box
                key={vpc.id}
                vpc={vpc}
                tight={at.tight}
                height={at.row}
                instances={instances.filter((instance) => instance.vpcId === vpc.id)}
                upstreams={counts?.get(vpc.id) ?? (counts && { count: 0, unhealthy: 0 })}
                broken={pairs.some((pair) => pair.from === vpc.id || pair.to === vpc.id)}
                joins={drawn.bars.filter((bar) => bar.network.links.some((link) => link.vpcId === vpc.id)).map((bar) => bar.network.name)}
              />
            ))}
          </ul>
          {drawn.bars.map((bar, nth) => (
            <Link
              key={bar.network.id}
              to={linkTo(bar.network.id)}
              aria-current={selected === bar.network.id || undefined}
              className={`weir-network-name${at.wide ? "" : " weir-network-upright"}`}
              style={{ left: at.lane(bar.lane) + 10, top: at.middle(bar.rows[0]!) - 14, color: colour(nth), maxWidth: at.wide ? (bar.lane === drawn.lanes - 1 ? width - at.lane(bar.lane) - 10 : at.step - 16) : undefined, maxHeight: at.wide ? undefined : at.middle(bar.rows.at(-1)!) - at.middle(bar.rows[0]!) + 28 }}
              title={bar.network.name}
            >
              {bar.network.name}
            </Link>
          ))}
        </>
      )}
      {drawn.unused.length > 0 && (
        <p className="weir-network-unused" style={{ top: at.height - 28 }}>
          {t("network.unused")}{" "}
          {drawn.unused.map((network, index) => (
            <span key={network.id}>
              {index > 0 && ", "}
              <Link to={linkTo(network.id)}>{network.name}</Link>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

/** Up and down go from box to box, as in a list. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>(".weir-vpc-name")];
  const row = names.findIndex((name) => name.closest("li")?.contains(document.activeElement));
  const next = names[row + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

interface BoxProps {
  vpc: Vpc;
  instances: Instance[];
  upstreams?: UpstreamCount;
  joins: string[];
  broken: boolean;
  tight: boolean;
  height: number;
}

const SHOWN = 3;

function Box({ vpc, instances, upstreams, joins, broken, tight, height }: BoxProps) {
  const { selected, linkTo } = useSelection();
  const said = joins.length > 0 ? t("network.joinedBy", { networks: joins.join(", ") }) : t("network.joinedByNone");
  return (
    <li className={`weir-vpc${tight ? " weir-vpc-tight" : ""}${broken ? " weir-vpc-broken" : ""}${selected === vpc.id ? " weir-vpc-selected" : ""}`} style={{ height: height - 10 }}>
      <div className="weir-vpc-head">
        <Link className="weir-vpc-name" to={linkTo(vpc.id)} aria-current={selected === vpc.id || undefined} title={vpc.name}>
          {vpc.name}
        </Link>
        {!tight && <span className="weir-id">{vpc.id}</span>}
        <span className="pf-v6-screen-reader">{said}</span>
      </div>
      <div className="weir-vpc-content">
        {instances.slice(0, tight ? 1 : SHOWN).map((instance) => (
          <Link key={instance.id} className="weir-chip weir-instance" to={linkTo(instance.id)} title={t("network.instanceNamed", { name: instance.name })}>
            {instance.name}
          </Link>
        ))}
        {instances.length > (tight ? 1 : SHOWN) && <span>+{instances.length - (tight ? 1 : SHOWN)}</span>}
        {upstreams && upstreams.count > 0 && (
          <Link className={`weir-chip weir-upstreams${upstreams.unhealthy > 0 ? " weir-ill" : ""}`} to={`/upstreams?vpc_id=${vpc.id}`}>
            {t("network.upstreams", { n: upstreams.count })}
            {upstreams.unhealthy > 0 && ` · ${t("network.unhealthy", { n: upstreams.unhealthy })}`}
          </Link>
        )}
      </div>
    </li>
  );
}

import { Button, SearchInput, Switch } from "@patternfly/react-core";
import { PencilAltIcon } from "@patternfly/react-icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { Node, NodeHealth, Upstream } from "../../api/types";
import { useAt } from "../../frame/at";
import { Alert } from "../../parts/Alert";
import { Link } from "../../parts/Link";
import { useMayWrite } from "../../parts/session";
import { t } from "../../texts";
import { Cause, HealthLabel } from "../health";
import { authority } from "../nodes/model";
import { fullBar, shares, sharesNow } from "../nodes/share";
import { ShareBar } from "../nodes/ShareBar";
import { useFindings } from "./findings";
import { useReal } from "./useReal";
import { NodeChange } from "./NodeChange";

/** What is asked about before it is done. */
interface Asked {
  node: string;
  change: Partial<Pick<Node, "weight" | "draining">>;
}

/** The nodes: what each gets now beside what its weight says, how it is found, and its weight and draining in place. */
export function NodesTab({ upstream }: { upstream: Upstream }) {
  const { id, nodes, healthChecker } = upstream;
  const findings = useFindings(upstream);
  const past = useAt() !== undefined;
  const mayWrite = useMayWrite();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [asked, setAsked] = useState<Asked>();
  const scroller = useRef<HTMLDivElement>(null);
  const q = params.get("q") ?? "";
  const found = findings.data ?? [];
  const byWeight = useMemo(() => shares(nodes), [nodes]);
  const now = useMemo(() => sharesNow(nodes, found, healthChecker?.panicThreshold), [nodes, found, healthChecker]);
  // what nodes really got, where they got anything; else what they would get
  const real = useReal(upstream);
  const given = real?.of.map(({ share }) => share) ?? now.shares;
  const of = fullBar([...given, ...byWeight]);
  const findingsOf = (name: string) => found.filter((finding) => finding.node === name);
  const shown = [...nodes.keys()].filter((index) => authority(nodes[index]!).toLowerCase().includes(q.toLowerCase()));
  const asksAbout = nodes.findIndex((node) => authority(node) === asked?.node);
  const rows = useVirtualizer({ count: shown.length, getScrollElement: () => scroller.current, estimateSize: () => 48, overscan: 8 });
  return (
    <>
      <div className="weir-nodes-tools">
        <SearchInput
          resetButtonLabel={t("parts.clearSearch")}
          className="weir-filter"
          aria-label={t("upstreams.filterNodes")}
          placeholder={t("upstreams.filterNodes")}
          value={q}
          onChange={(_event, text) =>
            setParams((before) => {
              if (text) before.set("q", text);
              else before.delete("q");
              return before;
            }, { replace: true })
          }
          onClear={() => setParams((before) => (before.delete("q"), before), { replace: true })}
        />
        {mayWrite && (
          <Button variant="secondary" onClick={() => void navigate(`/upstreams/${id}/edit`)}>
            {t("upstreams.editNodes")}
          </Button>
        )}
        <small className="weir-legend">
          <span>
            <i className="weir-legend-now" /> {real ? t("upstreams.shareReal", { n: real.attempts }) : now.replicas > 0 ? t("upstreams.shareNow", { n: now.replicas }) : t("upstreams.shareNowUnknown")}
          </span>
          <span>
            <i className="weir-legend-mark" /> {t("upstreams.shareByWeight")}
          </span>
        </small>
      </div>
      {past && <Alert isInline variant="info" title={t("upstreams.noHealthOfPast")} />}
      {now.failOpen > 0 && <Alert isInline variant="warning" title={t("upstreams.failOpen", { n: now.failOpen, of: now.replicas })} />}
      {nodes.every(({ weight, draining }) => draining || weight === 0) && <Alert isInline variant="danger" title={t("upstreams.noEligible")} />}
      {/* not in its row, which is not drawn once it is scrolled away */}
      {asked && asksAbout >= 0 && <NodeChange key={`${asked.node} ${JSON.stringify(asked.change)}`} upstream={upstream} index={asksAbout} initial={asked.change} close={() => setAsked(undefined)} />}
      <div role="table" aria-label={t("upstreams.nodes")} aria-rowcount={shown.length + 1} className="weir-nodes-table weir-nodes-shown">
        <div role="rowgroup" className="weir-nodes-head">
          <div role="row" aria-rowindex={1} className="weir-node">
            {[t("upstreams.node"), t("upstreams.weight"), t("upstreams.share"), t("upstreams.health"), t("upstreams.seenBy"), t("upstreams.drain")].map((label) => (
              <div key={label} role="columnheader">{label}</div>
            ))}
          </div>
        </div>
        <div ref={scroller} role="rowgroup" className="weir-nodes-rows" tabIndex={0} aria-label={t("upstreams.nodes")}>
          <div role="presentation" style={{ blockSize: rows.getTotalSize(), position: "relative" }}>
            {rows.getVirtualItems().map(({ index, start }) => {
              const at = shown[index]!;
              const node = nodes[at]!;
              const name = authority(node);
              const change = (values: Asked["change"]) => setAsked({ node: name, change: values });
              return (
                <div key={name} ref={rows.measureElement} data-index={index} role="row" aria-rowindex={index + 2} className="weir-node weir-node-row" style={{ transform: `translateY(${start}px)` }}>
                  <div role="cell" className="weir-node-address weir-mono">{name}</div>
                  <div role="cell" className="weir-node-weight">
                    {mayWrite ? (
                      <Button variant="link" isInline icon={<PencilAltIcon />} iconPosition="end" aria-label={t("upstreams.changeWeight", { node: name, weight: node.weight })} onClick={() => change({ weight: node.weight })}>
                        {node.weight}
                      </Button>
                    ) : (
                      node.weight
                    )}
                  </div>
                  <div role="cell" className="weir-node-share">
                    <ShareBar share={given[at] ?? 0} mark={byWeight[at]} of={of} />
                    {real && <Got of={real.of[at]} />}
                  </div>
                  <div role="cell" className="weir-node-health">
                    {past ? "–" : <HealthLabel health={node.health} />}
                    {/* what replicas find is told beside it */}
                    {findingsOf(name).length === 0 && node.healthSince && <div className="weir-finding"><Cause cause={node.healthCause} since={node.healthSince} /></div>}
                  </div>
                  <div role="cell" className="weir-node-seen">
                    <SeenBy upstream={id} node={name} findings={findingsOf(name)} />
                  </div>
                  <div role="cell" className="weir-node-drain">
                    <Switch aria-label={t("upstreams.drainNode", { node: name })} id={`drain-${name}`} isDisabled={!mayWrite} isChecked={node.draining} onChange={(_event, draining) => change({ draining })} />
                  </div>
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </>
  );
}

/** How many attempts a node got lately, and how many of them failed. */
function Got({ of }: { of: { attempts: number; failed: number } | undefined }) {
  if (of === undefined || of.attempts === 0) return null;
  return <div className="weir-finding">{[t("upstreams.gotAttempts", { n: of.attempts }), of.failed > 0 && t("upstreams.gotFailed", { n: of.failed })].filter(Boolean).join(", ")}</div>;
}

const SHOWN = 3;

/** Findings of the same cause, as one since the first of them. */
function byCause(findings: NodeHealth[]): { cause: string | undefined; since: string; replicas: string[] }[] {
  return [...new Set(findings.map(({ cause }) => cause))].map((cause) => {
    const same = findings.filter((finding) => finding.cause === cause);
    return { cause, since: same.map(({ since }) => since).sort()[0]!, replicas: same.map(({ replica }) => replica) };
  });
}

/** Which replicas find a node how, why, and since when. */
function SeenBy({ upstream, node, findings }: { upstream: string; node: string; findings: NodeHealth[] }) {
  const bad = findings.filter(({ health }) => health === "UNHEALTHY");
  if (findings.length === 0) return <>–</>;
  if (bad.length === 0) return <>{t("upstreams.healthyFor", { n: findings.length })}</>;
  return (
    <>
      {t("upstreams.unhealthyFor", { n: bad.length, of: findings.length })}{" "}
      {byCause(bad.slice(0, SHOWN)).map(({ cause, since, replicas }) => (
        <div key={cause} className="weir-finding">
          {replicas.join(", ")}: <Cause cause={cause} since={since} />
        </div>
      ))}
      {bad.length > SHOWN && <Link to={`/upstreams/${upstream}/health?q=${encodeURIComponent(node)}&unhealthy=true`}>{t("upstreams.moreFindings", { n: bad.length - SHOWN })}</Link>}
    </>
  );
}

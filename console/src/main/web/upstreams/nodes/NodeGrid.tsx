import { Button, Checkbox, FormHelperText, HelperText, HelperTextItem, Label } from "@patternfly/react-core";
import { PasteIcon, PlusCircleIcon } from "@patternfly/react-icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState, type Ref, useImperativeHandle } from "react";
import { fieldId, useFieldError } from "../../forms/errors";
import { t } from "../../texts";
import { BulkBar } from "./BulkBar";
import { MAX_NODES, changedRow, emptyNode, isEmpty, nodeErrors, rowKey, type Column, type FormNode } from "./model";
import { NodeRow } from "./NodeRow";
import { isSeveral, parseNodes } from "./parse";
import { PastePanel } from "./PastePanel";
import { fullBar, shares } from "./share";

export interface GridHandle {
  /** Scrolls a row into view. */
  reveal: (index: number) => void;
}

interface Props {
  nodes: FormNode[];
  onChange: (how: (nodes: FormNode[]) => FormNode[]) => void;
  ref?: Ref<GridHandle>;
}

/** The node list of an upstream: typed row by row, or pasted from anywhere; only rows in sight are drawn. */
export function NodeGrid({ nodes, onChange, ref }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  // by what names a row, not by its place: rows come and go
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const selected = nodes.filter((node) => picked.has(rowKey(node))).length;
  const [pasting, setPasting] = useState<string>();
  const refused = useFieldError("/nodes");
  const errors = useMemo(() => nodeErrors(nodes, false), [nodes]);
  const share = useMemo(() => shares(nodes), [nodes]);
  const of = fullBar(share);
  const filled = nodes.filter((node) => !isEmpty(node)).length;
  const rows = useVirtualizer({ count: nodes.length, getScrollElement: () => scroller.current, estimateSize: () => 52, overscan: 6 });
  useImperativeHandle(ref, () => ({ reveal: (index) => rows.scrollToIndex(index, { align: "center" }) }));

  const focus = (index: number, column: Column) => {
    rows.scrollToIndex(index);
    setTimeout(() => document.getElementById(fieldId(`/nodes/${index}/${column}`))?.focus(), 50);
  };
  const add = () => {
    onChange((before) => [...before, emptyNode()]);
    focus(nodes.length, "address");
  };
  const insert = (index: number, pasted: FormNode[]) =>
    onChange((before) => [...before.slice(0, index), ...pasted, ...before.slice(before[index] && isEmpty(before[index]) ? index + 1 : index)].filter((node, at, all) => !isEmpty(node) || at === all.length - 1));
  const pasted = (index: number, text: string) => {
    if (!isSeveral(text)) return false;
    const { nodes: read, bad } = parseNodes(text);
    // what cannot all be read is shown as it is, to be mended there
    if (bad.length > 0) setPasting(text);
    else insert(isEmpty(nodes[index]!) ? index : index + 1, read);
    return true;
  };
  const remove = (gone: ReadonlySet<number>) => {
    const kept = nodes.filter((node) => !gone.has(rowKey(node))).length;
    onChange((before) => {
      const left = before.filter((node) => !gone.has(rowKey(node)));
      return left.length === 0 ? [emptyNode()] : left;
    });
    focus(Math.max(0, Math.min(nodes.findIndex((node) => gone.has(rowKey(node))), kept - 1)), "address");
  };
  return (
    <div className="weir-nodes">
      <div className="weir-nodes-tools">
        <Button variant="secondary" icon={<PlusCircleIcon />} onClick={add} isDisabled={nodes.length >= MAX_NODES}>
          {t("upstreams.addNode")}
        </Button>
        <Button variant="link" icon={<PasteIcon />} onClick={() => setPasting(pasting === undefined ? "" : undefined)} aria-expanded={pasting !== undefined}>
          {t("upstreams.pasteNodes")}
        </Button>
        <Label color={filled > MAX_NODES ? "red" : "grey"} variant="outline" aria-live="polite">
          {t("upstreams.counter", { n: filled, max: MAX_NODES })}
        </Label>
        {errors.size > 0 && <span className="weir-nodes-wrong" role="status">{t("upstreams.rowsWrong", { n: errors.size })}</span>}
      </div>
      {pasting !== undefined && (
        <PastePanel
          text={pasting}
          close={() => setPasting(undefined)}
          take={(read, replace) => {
            onChange((before) => (replace ? read : [...before.filter((node) => !isEmpty(node)), ...read]));
            setPasting(undefined);
          }}
        />
      )}
      {selected > 0 && (
        <BulkBar
          count={selected}
          change={(change) => onChange((before) => before.map((node) => (picked.has(rowKey(node)) ? changedRow(node, change) : node)))}
          remove={() => remove(picked)}
          clear={() => setPicked(new Set())}
        />
      )}
      <div role="table" aria-label={t("upstreams.nodeList")} aria-rowcount={nodes.length + 1} className="weir-nodes-table">
        <div role="rowgroup" className="weir-nodes-head">
          <div role="row" aria-rowindex={1} className="weir-node">
            <div role="columnheader" className="weir-node-select">
              <Checkbox
                id="nodes-select-all"
                aria-label={t("upstreams.selectAll")}
                isChecked={selected === nodes.length ? true : selected > 0 ? null : false}
                onChange={(_event, checked) => setPicked(new Set(checked ? nodes.map(rowKey) : []))}
              />
            </div>
            <div role="columnheader">{t("upstreams.address")}</div>
            <div role="columnheader">{t("upstreams.port")}</div>
            <div role="columnheader">{t("upstreams.weight")}</div>
            <div role="columnheader">{t("upstreams.share")}</div>
            <div role="columnheader">{t("upstreams.drain")}</div>
            <div role="columnheader"><span className="pf-v6-screen-reader">{t("parts.actions")}</span></div>
          </div>
        </div>
        <div ref={scroller} role="rowgroup" className="weir-nodes-rows">
          <div role="presentation" style={{ blockSize: rows.getTotalSize(), position: "relative" }}>
            {rows.getVirtualItems().map(({ index, start }) => (
              <div key={index} ref={rows.measureElement} data-index={index} role="row" aria-rowindex={index + 2} className="weir-node weir-node-row" style={{ transform: `translateY(${start}px)` }}>
                <NodeRow
                  index={index}
                  node={nodes[index]!}
                  share={share[index]!}
                  of={of}
                  errors={errors.get(index) ?? {}}
                  selected={picked.has(rowKey(nodes[index]!))}
                  select={(on) => setPicked((before) => new Set(on ? [...before, rowKey(nodes[index]!)] : [...before].filter((other) => other !== rowKey(nodes[index]!))))}
                  update={(change) => onChange((before) => before.map((node, at) => (at === index ? changedRow(node, change) : node)))}
                  remove={() => remove(new Set([rowKey(nodes[index]!)]))}
                  next={(column) => (index + 1 < nodes.length ? focus(index + 1, column) : nodes.length < MAX_NODES && add())}
                  paste={(text) => pasted(index, text)}
                />
              </div>
            ))}
          </div>
        </div>
      </div>
      <FormHelperText>
        <HelperText id={`${fieldId("/nodes")}-help`}>
          {refused && <HelperTextItem variant="error">{refused}</HelperTextItem>}
          <HelperTextItem>{t("upstreams.nodesHelp")}</HelperTextItem>
        </HelperText>
      </FormHelperText>
    </div>
  );
}

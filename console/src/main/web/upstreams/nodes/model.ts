import { limits } from "../../api/limits";
import type { Node } from "../../api/types";
import { t } from "../../texts";
import { canonical, isAddress } from "./address";

export const MAX_NODES = limits.UpstreamRequest.nodes.maxItems;
export const MAX_WEIGHT = limits.Node.weight.maximum;
export const DEFAULT_WEIGHT = 10;

/** A row of the node list; what is not filled in yet is undefined. */
export interface FormNode {
  address: string;
  port?: number;
  weight?: number;
  draining?: boolean;
}

export const emptyNode = (): FormNode => ({ address: "", port: undefined, weight: DEFAULT_WEIGHT, draining: false });

export function isEmpty({ address, port }: FormNode): boolean {
  return address.trim() === "" && port === undefined;
}

const keys = new WeakMap<FormNode, number>();
let lastKey = 0;

/** What names a row of the form wherever it moves: the same through its changes, another for each other row. */
export function rowKey(node: FormNode): number {
  let key = keys.get(node);
  if (key === undefined) keys.set(node, (key = ++lastKey));
  return key;
}

/** A row with some of it changed: the same row. */
export function changedRow(node: FormNode, change: Partial<FormNode>): FormNode {
  const changed = { ...node, ...change };
  keys.set(changed, rowKey(node));
  return changed;
}

/** `address:port`, with an IPv6 address in brackets. */
export function authority({ address, port }: Pick<FormNode, "address" | "port">): string {
  return `${address.includes(":") ? `[${address}]` : address}:${port ?? ""}`;
}

export type Column = "address" | "port" | "weight";
export type RowErrors = Partial<Record<Column, string>>;

const whole = (value: number | undefined, min: number, max: number) => value !== undefined && Number.isInteger(value) && value >= min && value <= max;

/** What is wrong in each row; what is not filled in yet only if all is to be complete. */
export function nodeErrors(nodes: FormNode[], complete: boolean): Map<number, RowErrors> {
  const seen = new Map<string, number>();
  const errors = new Map<number, RowErrors>();
  nodes.forEach((node, index) => {
    const wrong: RowErrors = {};
    const address = node.address.trim();
    if (address === "" ? complete : !isAddress(address)) wrong.address = t(address === "" ? "forms.required" : "upstreams.badAddress");
    if (node.port === undefined ? complete : !whole(node.port, 1, 65_535)) wrong.port = t("forms.range", { min: 1, max: 65_535 });
    if (node.weight === undefined ? complete : !whole(node.weight, 0, MAX_WEIGHT)) wrong.weight = t("forms.range", { min: 0, max: MAX_WEIGHT });
    if (wrong.address === undefined && address !== "" && node.port !== undefined) {
      const key = `${canonical(address)} ${node.port}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, index);
      else wrong.address = t("upstreams.duplicate", { row: first + 1 });
    }
    if (Object.keys(wrong).length > 0) errors.set(index, wrong);
  });
  return errors;
}

/** The rows as they are sent; those that are empty are not. */
export function sentNodes(nodes: FormNode[]): Node[] {
  return nodes.filter((node) => !isEmpty(node)).map((node) => ({ ...node, address: node.address.trim() }) as Node);
}

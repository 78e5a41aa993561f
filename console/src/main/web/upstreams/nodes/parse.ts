import { isAddress } from "./address";
import { DEFAULT_WEIGHT, type FormNode } from "./model";

/** A line that is no node, with its number. */
export interface BadLine {
  line: number;
  text: string;
}

export interface Parsed {
  nodes: FormNode[];
  bad: BadLine[];
}

const TRUE = /^(1|true|yes|on|draining|drain)$/i;

function cells(line: string): string[] {
  const separator = line.includes("\t") ? /\t/ : line.includes(";") ? /;/ : line.includes(",") ? /,/ : /\s+/;
  return line
    .split(separator)
    .map((cell) => cell.trim().replace(/^(["'])(.*)\1$/, "$2").trim())
    .filter((cell, index, all) => cell !== "" || index < all.length - 1);
}

/** The address and the port of `host:port`, `[v6]:port` or `scheme://host:port`. */
function split(text: string): [string, string | undefined] {
  const bare = text.replace(/^https?:\/\//i, "").replace(/\/$/, "");
  const bracketed = /^\[(.*)\](?::(\d+))?$/.exec(bare);
  if (bracketed) return [bracketed[1]!, bracketed[2]];
  const colon = bare.indexOf(":");
  return colon < 0 || colon !== bare.lastIndexOf(":") ? [bare, undefined] : [bare.slice(0, colon), bare.slice(colon + 1)];
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

function node(line: string): FormNode | undefined {
  const [first = "", ...rest] = cells(line);
  const [address, port] = split(first);
  // where the port is not beside the address it is the next cell
  const [portText, weightText, drainingText] = port === undefined ? rest : [port, ...rest];
  const parsedPort = number(portText);
  const weight = weightText === undefined || weightText === "" ? DEFAULT_WEIGHT : number(weightText.replace(/^weight=/i, ""));
  if (!isAddress(address) || parsedPort === undefined || weight === undefined) return undefined;
  return { address, port: parsedPort, weight, draining: TRUE.test(drainingText ?? "") };
}

/** Reads nodes from lines of `host:port weight`, CSV or cells of a spreadsheet: address, port, weight, draining. A first line of headings is passed over, as is what follows a `#`. */
export function parseNodes(text: string): Parsed {
  const parsed: Parsed = { nodes: [], bad: [] };
  text.split(/\r\n|\r|\n/).forEach((whole, index) => {
    const line = whole.replace(/#.*$/, "").trim();
    if (line === "") return;
    const read = node(line);
    if (read) parsed.nodes.push(read);
    else if (!(parsed.nodes.length === 0 && parsed.bad.length === 0 && /address|host|node|ip/i.test(line) && !/\d/.test(line))) parsed.bad.push({ line: index + 1, text: whole.trim() });
  });
  return parsed;
}

/** Whether what is pasted into one field is meant for more than that field. */
export function isSeveral(text: string): boolean {
  const trimmed = text.trim();
  return /[\r\n\t]/.test(trimmed) || parseNodes(trimmed).nodes.length > 0;
}

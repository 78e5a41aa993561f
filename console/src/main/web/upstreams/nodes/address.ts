// The syntax of hosts as the management API has it: RFC 1123 names whose last label is not a number, dotted IPv4, IPv6.
const LABEL = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const PIECE = /^[0-9A-Fa-f]{1,4}$/;

export function isIpv4(text: string): boolean {
  const octets = text.split(".");
  return octets.length === 4 && octets.every((octet) => /^(0|[1-9]\d{0,2})$/.test(octet) && Number(octet) <= 255);
}

/** Number of 16-bit pieces, an embedded IPv4 address at the end counting as two; NaN if malformed. */
function pieces(text: string): number {
  if (text === "") return 0;
  const parts = text.split(":");
  return parts.reduce((count, part, index) => count + (index === parts.length - 1 && isIpv4(part) ? 2 : PIECE.test(part) ? 1 : NaN), 0);
}

export function isIpv6(text: string): boolean {
  const gap = text.indexOf("::");
  if (gap < 0) return text.includes(":") && pieces(text) === 8;
  const [head, tail] = [text.slice(0, gap), text.slice(gap + 2)];
  return !tail.includes("::") && !head.includes(".") && pieces(head) + pieces(tail) <= 7;
}

export function isHostName(text: string): boolean {
  const labels = text.split(".");
  return text.length <= 253 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1)!);
}

export function isAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text) || isHostName(text);
}

/** A host with a port or without, as in a header Host. */
export function isAuthority(text: string): boolean {
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(\d+))?$/.exec(text) ?? [];
  if (port !== undefined && (!/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65_535)) return false;
  return bracketed !== undefined ? isIpv6(bracketed) : plain !== undefined && (isIpv4(plain) || isHostName(plain));
}

/** The same text for every spelling of a host. */
export function canonical(address: string): string {
  if (!isIpv6(address)) return address.toLowerCase();
  const pad = (text: string) =>
    text === ""
      ? []
      : text.split(":").flatMap((part) => {
          if (!part.includes(".")) return [parseInt(part, 16)];
          const [a, b, c, d] = part.split(".").map(Number) as [number, number, number, number];
          return [a * 256 + b, c * 256 + d];
        });
  const [head, tail] = address.split("::") as [string, string | undefined];
  const [first, last] = [pad(head), tail === undefined ? [] : pad(tail)];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last].map((piece) => piece.toString(16)).join(":");
}

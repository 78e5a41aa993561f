import { useQuery } from "@tanstack/react-query";
import { Problem, read } from "../api/client";
import type { Cosignatures } from "../api/types";

/** What the newest checkpoint says, and how many witnesses say the same. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: string;
  /** Milliseconds since the epoch, as the signature says. */
  signedAt?: number;
  cosignatures: number;
}

const TIMED_SIGNATURE_BYTES = 4 + 8 + 64;

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

/** Reads a signed note (C2SP tlog-checkpoint) of three lines, with a signature that says when (C2SP tlog-cosignature). */
export function readNote(note: string): Omit<Checkpoint, "cosignatures"> {
  const [text = "", signatures = ""] = note.split("\n\n");
  const [origin = "", size = "", root = ""] = text.split("\n");
  if (!/^\d+$/.test(size)) throw new Error("The checkpoint has no size.");
  const timed = signatures
    .split("\n")
    .filter((line) => line.startsWith(`— ${origin} `))
    .map((line) => bytesOf(line.slice(`— ${origin} `.length)))
    .find((bytes) => bytes.length === TIMED_SIGNATURE_BYTES);
  return { origin, size: Number(size), root, signedAt: timed && Number(new DataView(timed.buffer).getBigUint64(4)) * 1_000 };
}

async function checkpoint(): Promise<Checkpoint | null> {
  const answer = await fetch("/v1/ledger/checkpoint");
  if (answer.status === 404) return null;
  const text = await answer.text();
  if (!answer.ok) throw new Problem({ status: answer.status });
  const note = readNote(text);
  const { items } = (await read<Cosignatures>(`/v1/ledger/cosignatures?size=${note.size}`)).value;
  return { ...note, cosignatures: new Set(items.filter((item) => item.root === note.root).map((item) => item.key)).size };
}

/** The newest checkpoint of the ledger; null if none is signed yet. */
export function useCheckpoint() {
  return useQuery<Checkpoint | null, Problem>({ queryKey: ["checkpoint"], queryFn: checkpoint, refetchInterval: 30_000 });
}

import type { Endpoint } from "../api/types";

/** The URL that clients use, or host and path where nobody has said how the data plane is reached. */
export function placeOf({ host, path, url }: NonNullable<Endpoint["hosts"]>[number]): string {
  return url ?? (path === "/" ? host : host + path);
}

/** The addresses of replicas, each once: those of one instance are the same for all that it answers. */
export function addressesOf(endpoints: Pick<Endpoint, "addresses">[]): string[] {
  return [...new Set(endpoints.flatMap(({ addresses }) => addresses ?? []))].sort();
}

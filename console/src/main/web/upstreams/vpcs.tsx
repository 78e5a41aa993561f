import { Link } from "../parts/Link";
import { useList, useRead } from "../api/hooks";
import type { Vpc } from "../api/types";

const FIRST = 100;

/** The VPCs that come first by name: to choose from, and to name most of what is listed by one request. */
export function useVpcs() {
  return useList<Vpc>("/v1/vpcs", { limit: FIRST, sort: "name", fields: "summary" });
}

/** The name of a VPC, with a link to its place in the network. */
export function VpcName({ id }: { id: string }) {
  const vpcs = useVpcs();
  const known = vpcs.data?.items.find((vpc) => vpc.id === id);
  const one = useRead<Vpc>(`/v1/vpcs/${id}`, {}, { enabled: vpcs.data !== undefined && known === undefined });
  return <Link to={`/network?selected=${id}`}>{(known ?? one.data)?.name || id}</Link>;
}

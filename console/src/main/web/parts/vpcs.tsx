import { Link } from "./Link";
import { useList, useRead } from "../api/hooks";
import type { Vpc } from "../api/types";

const FIRST = 100;

/** The VPCs that come first by name: to choose from, and to name most of what is listed by one request. */
export function useVpcs() {
  return useList<Vpc>("/v1/vpcs", { limit: FIRST, sort: "name", fields: "summary" });
}

/** The name of a VPC; it is asked for alone only if it is none of the first. */
export function VpcName({ id }: { id: string }) {
  const vpcs = useVpcs();
  const known = vpcs.data?.items.find((vpc) => vpc.id === id);
  const one = useRead<Vpc>(`/v1/vpcs/${id}`, {}, { enabled: vpcs.data !== undefined && known === undefined });
  return (known ?? one.data)?.name || id;
}

/** The same with a link to its place in the network. */
export function VpcLink({ id }: { id: string }) {
  return (
    <Link to={`/network?selected=${id}`}>
      <VpcName id={id} />
    </Link>
  );
}

/** The page of the traffic, narrowed. */
export function trafficLink(scope: Partial<Record<"service" | "environment" | "api" | "upstream" | "replica", string>>): string {
  return `/traffic?${new URLSearchParams(Object.entries(scope).filter(([, value]) => value !== ""))}`;
}

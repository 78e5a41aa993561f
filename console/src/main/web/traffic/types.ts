// What the REST API tells of traffic and requests, and how it is asked to try one.

export interface Quantiles {
  p50: number;
  p90: number;
  p99: number;
  max?: number;
}

/** Counts of finished requests. */
export interface TrafficCounts {
  requests: number;
  /** By class of status, "1xx" to "5xx". */
  status: Partial<Record<string, number>>;
  /** By the code of the gateway's own failure. */
  failures: Partial<Record<string, number>>;
  retries: number;
  /** How long they took; absent without requests. */
  micros?: Quantiles;
}

export interface Minute extends TrafficCounts {
  at: string;
}

/** Of an API in an environment; without ids, of what no route took, or of all `others`. */
export interface ApiTraffic extends TrafficCounts {
  others?: boolean;
  serviceId?: string;
  serviceName?: string;
  environment?: string;
  apiId?: string;
  apiName?: string;
}

export interface UpstreamTraffic extends TrafficCounts {
  others?: boolean;
  upstreamId?: string;
  name?: string;
}

export interface NodeTraffic {
  others?: boolean;
  upstreamId?: string;
  /** `address:port`. */
  node?: string;
  attempts: number;
  failed: number;
  results: Partial<Record<string, number>>;
  firstByteMicros?: Quantiles;
}

export interface ReplicaTraffic extends TrafficCounts {
  others?: boolean;
  replicaId?: string;
}

export interface Traffic {
  from: string;
  to: string;
  totals: TrafficCounts;
  /** Oldest first; the last is the running one. */
  minutes: Minute[];
  apis: ApiTraffic[];
  upstreams: UpstreamTraffic[];
  nodes: NodeTraffic[];
  replicas: ReplicaTraffic[];
}

/** One attempt at a node; times are in microseconds, -1 for what never came. */
export interface RequestAttempt {
  node: string;
  result: string;
  /** Of the node; 0 if it did not answer. */
  status: number;
  /** Whether its connection had served before. */
  reused: boolean;
  /** From the request's arrival. */
  startMicros?: number;
  connectMicros?: number;
  firstByteMicros?: number;
  micros: number;
  reason?: string;
}

/** A finished request, as a replica told of it. */
export interface KeptRequest {
  requestId: string;
  at: string;
  replicaId: string;
  /** Of the ledger: which configuration served it. */
  position?: number;
  client?: string;
  version?: string;
  tls?: boolean;
  method: string;
  host?: string;
  path?: string;
  /** Instead of host and path, of a malformed one. */
  uri?: string;
  query?: string;
  userAgent?: string;
  status: number;
  failure?: string;
  flags?: string[];
  serviceId?: string;
  environment?: string;
  apiId?: string;
  upstreamId?: string;
  received?: number;
  sent?: number;
  micros: number;
  traceId?: string;
  attempts?: RequestAttempt[];
}

/** An event that made the route as the request found it. */
export interface RouteEvent {
  position: number;
  type: string;
  subject: string;
  actor: string;
  reason?: string;
  at: string;
  made: "RELEASE" | "UPSTREAM" | "NETWORK";
}

export interface RequestDetails extends KeptRequest {
  serviceName?: string;
  apiName?: string;
  upstreamName?: string;
  events?: RouteEvent[];
}

export interface Requests {
  items: KeptRequest[];
  /** The cursor of what is older. */
  next?: string;
}

export interface Header {
  name: string;
  value: string;
}

export interface TryRequest {
  replicaId?: string;
  serviceId?: string;
  environment?: string;
  host?: string;
  method: string;
  path: string;
  headers?: Header[];
  body?: string;
}

export interface TryAnswer {
  requestId: string;
  replicaId: string;
  address: string;
  url: string;
  sentAt: string;
  micros: number;
  status: number;
  headers: Header[];
  body?: string;
  bodyBase64?: string;
  /** Of the whole body. */
  bytes: number;
  bodyTruncated: boolean;
  /** What the replica said of it, if it did in time. */
  request?: KeptRequest;
}

// The objects of the REST API by the names that pages use.
import type { components as Control } from "./control";
import type { components as Registry } from "./registry";

type C = Control["schemas"];
type R = Registry["schemas"];

export type Upstream = C["Upstream"];
export type UpstreamRequest = C["UpstreamRequest"];
export type Node = C["Node"];
export type NodeHealth = C["NodeHealth"];
export type Reachability = C["Reachability"];
export type AssociatedApi = C["AssociatedApi"];
export type Service = C["Service"];
export type ServiceRequest = C["ServiceRequest"];
export type Api = C["Api"];
export type ApiRequest = C["ApiRequest"];
export type Release = C["Release"];
export type ReleaseItem = C["ReleaseItem"];
export type EnvironmentName = C["EnvironmentName"];
export type Environment = C["Environment"];
export type Domain = C["Domain"];
export type DomainRequest = C["DomainRequest"];
export type Event = C["Event"];
export type Attempt = C["Attempt"];
export type Difference = C["Difference"];
export type Diff = C["Diff"];
export type DryRun = C["DryRun"];
export type Effect = C["Effect"];
export type SearchResult = C["SearchResult"];
export type Overview = C["Overview"];
export type Counts = C["Counts"];
export type Attention = C["Attention"];
export type Cosignatures = C["CosignatureList"];
export type Session = C["Session"];
export type Key = C["Key"];
export type Warning = C["Warning"];
export type Violation = C["Violation"];
export type ReplayCheck = C["ReplayCheck"];
export type Traffic = C["Traffic"];
export type TrafficCounts = C["RequestCounts"];
export type Minute = C["MinuteCounts"];
export type UpstreamTraffic = C["UpstreamCounts"];
export type NodeTraffic = C["NodeCounts"];
export type KeptRequest = C["Request"];
export type Requests = C["RequestList"];
export type RequestAttempt = C["RequestAttempt"];
export type RequestDetails = C["RequestDetails"];
export type RouteEvent = C["RouteEvent"];
export type TryRequest = C["TryRequest"];
export type TryAnswer = C["Try"];
export type Header = C["TriedHeader"];
export type Vpc = R["Vpc"];
export type VpcRequest = R["VpcRequest"];
export type Network = R["Network"];
export type NetworkRequest = R["NetworkRequest"];
export type Instance = R["Instance"];
export type InstanceRequest = R["InstanceRequest"];
export type Link = R["Link"];
export type Replica = R["Replica"];
export type Certificate = R["Certificate"];
export type Endpoint = R["Endpoint"];

/** A page of a list. */
export interface Page<T> {
  items: T[];
  /** Position of the last event that the list knows of. */
  position: number;
  /** How many there are on all pages, if that was asked for with count=true. */
  total?: number;
}

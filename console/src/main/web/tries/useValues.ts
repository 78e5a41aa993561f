import { useEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { useRead } from "../api/hooks";
import type { Api } from "../api/types";
import { equal } from "../parts/pointer";
import { firstOf, paramsOf, targetOf } from "./link";
import { callable, targetOfValues, valuesOf, type Values } from "./model";
import { usePlace, useWays, type Place, type Way } from "./usePlace";

const DRAFT = "weir.draft.try";
const PAUSE_MILLIS = 300;

function draft(): Values | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(DRAFT) ?? "null") as Values | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The form as its URL says it; what the URL does not tell, or if it says nothing at all, as it was left. */
function begin(params: URLSearchParams): Values {
  const target = targetOf(params);
  const left = draft();
  if (Object.keys(target).length === 0) return left ?? valuesOf({});
  const values = valuesOf(target);
  return left && equal(targetOfValues(left), targetOfValues(values)) ? left : values;
}

export interface Form {
  values: Values;
  change: (changes: Partial<Values>) => void;
  place: Place;
  /** The APIs of the upstream that the page was come to from. */
  ways?: Way[];
  /** The one that was taken, unless the request goes elsewhere by now. */
  taken?: Way;
  take: (way: Way) => void;
  /** An API that the chosen environment does not answer with. */
  notThere: boolean;
}

/** What the form holds, beside its URL: links fill it in, and it can be linked to. */
export function useValues(): Form {
  const [params, setParams] = useSearchParams();
  const target = useMemo(() => targetOf(params), [params]);
  const said = String(paramsOf(target));
  const [values, setValues] = useState(() => begin(params));
  const [api, setApi] = useState(target.apiId);
  const [notThere, setNotThere] = useState(false);
  const [way, setWay] = useState<Way>();
  const told = useRef(said);
  const place = usePlace(values);
  const ways = useWays(target.upstreamId);
  const change = (changes: Partial<Values>) => {
    setNotThere(false);
    setValues((before) => ({ ...before, ...changes }));
  };
  const take = (to: Way) => {
    change({ by: "service", serviceId: to.serviceId, environment: to.environment });
    setApi(to.apiId);
    setWay(to);
  };
  const taken = way?.serviceId === values.serviceId && way.environment === values.environment ? way : undefined;

  // another link to this page
  useEffect(() => {
    if (said === told.current) return;
    told.current = said;
    setValues(valuesOf(target));
    setWay(undefined);
    setApi(target.apiId);
    setNotThere(false);
  }, [said, target]);

  // the environment that customers call, unless one is chosen
  const { environments } = place;
  useEffect(() => {
    if (values.by === "service" && values.serviceId !== "" && values.environment === "" && environments) {
      setValues((before) => ({ ...before, environment: firstOf(environments.filter(({ released }) => released).map(({ environment }) => environment)) }));
    }
  }, [values, environments]);

  const first = ways?.[0];
  const undecided = values.serviceId === "" && values.by === "service";
  useEffect(() => {
    if (first && undecided) take(first);
  }, [first, undecided]);

  // an API is called as the environment answers with it; as its draft says where it does not
  const released = place.settled ? place.apis.find(({ id }) => id === api) : undefined;
  const asks = api !== undefined && place.settled && released === undefined;
  const asDrafted = useRead<Api>(`/v1/services/${values.serviceId}/apis/${api}`, {}, { enabled: asks, now: true });
  useEffect(() => {
    if (api === undefined) return;
    const found = released ?? (asks && asDrafted.data ? callable(asDrafted.data) : undefined);
    if (found) setValues((before) => ({ ...before, method: found.method, path: found.path }));
    if (found || (asks && asDrafted.isError)) {
      setApi(undefined);
      setNotThere(released === undefined);
    }
  }, [api, released, asks, asDrafted.data, asDrafted.isError]);

  // what is typed can be linked to once typing pauses
  useEffect(() => {
    try {
      sessionStorage.setItem(DRAFT, JSON.stringify(values));
    } catch {
      // there is no room for it
    }
    if (api !== undefined) return;
    const next = paramsOf({ ...targetOfValues(values), upstreamId: target.upstreamId });
    if (String(next) === told.current) return;
    const here = window.location.pathname;
    const timer = setTimeout(() => {
      if (window.location.pathname !== here) return;
      told.current = String(next);
      setParams(
        (before) => {
          const at = before.get("at");
          if (at) next.set("at", at);
          return next;
        },
        { replace: true },
      );
    }, PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [values, api, target.upstreamId, setParams]);

  return { values, change, place, ways, taken, take, notThere };
}

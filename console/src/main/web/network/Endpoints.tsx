import { Label, Title } from "@patternfly/react-core";
import type { Endpoint } from "../api/types";
import { useAt } from "../frame/at";
import { useAll } from "../parts/all";
import { CopyText } from "../parts/Copy";
import { Link } from "../parts/Link";
import { Loaded } from "../parts/Loaded";
import { t } from "../texts";
import { addressesOf, placeOf } from "./endpoints";

const MOST = 100;
const EVERY_MILLIS = 10_000;

/** Where what is released on an instance is reached: hosts and paths for clients, and the addresses of its replicas. */
export function Endpoints({ instance }: { instance: string }) {
  const past = useAt() !== undefined;
  const endpoints = useAll<Endpoint>(`/v1/instances/${instance}/endpoints`, {}, { most: MOST, every: EVERY_MILLIS });
  return (
    <section className="weir-stack" aria-labelledby="endpoints">
      <Title headingLevel="h3" id="endpoints">{t("network.endpoints")}</Title>
      <Loaded query={endpoints}>
        {({ items, total }) =>
          items.length === 0 ? (
            <p>{t("network.noEndpoints")}</p>
          ) : (
            <>
              <ul className="weir-endpoints">
                {items.map((endpoint) => (
                  <li key={`${endpoint.serviceId}/${endpoint.environment}`}>
                    <Link to={`/services/${endpoint.serviceId}/environments`}>{endpoint.serviceName}</Link>{" "}
                    <Label isCompact color={endpoint.environment === "release" ? "green" : "blue"}>{endpoint.environment}</Label>
                    {(endpoint.hosts ?? []).map((place) => <Place key={`${place.host} ${place.path}`} place={place} />)}
                  </li>
                ))}
              </ul>
              {total > items.length && <p>{t("network.moreEndpoints", { n: total - items.length })}</p>}
              <Title headingLevel="h4" size="md">{t("network.addresses")}</Title>
              {past ? <p>{t("network.noAddressesOfPast")}</p> : <Addresses of={addressesOf(items)} />}
            </>
          )
        }
      </Loaded>
    </section>
  );
}

/** A URL where there is one, else what a client must say. */
function Place({ place }: { place: NonNullable<Endpoint["hosts"]>[number] }) {
  return (
    <div>
      <CopyText text={placeOf(place)} />
      <div className="weir-subtle">
        {t("network.host")} {place.host} · {t("network.path")} {place.path}
      </div>
    </div>
  );
}

function Addresses({ of }: { of: string[] }) {
  if (of.length === 0) return <p>{t("network.noAddresses")}</p>;
  return (
    <ul className="weir-endpoints">
      {of.map((address) => (
        <li key={address}>
          <CopyText text={address} />
        </li>
      ))}
    </ul>
  );
}

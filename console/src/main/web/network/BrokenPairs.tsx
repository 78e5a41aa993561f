import { Button, ExpandableSection, List, ListItem, Title } from "@patternfly/react-core";
import { ExclamationCircleIcon } from "@patternfly/react-icons";
import { useState } from "react";
import { Link } from "../parts/Link";
import { EventAt } from "../parts/EventAt";
import { joins } from "../parts/joins";
import { within } from "../parts/scope";
import { useMayCreate, useMayWrite, useScope } from "../parts/session";
import { t } from "../texts";
import type { Objects } from "./load";
import type { Pair } from "./model";
import { nameOf } from "./names";

const SHOWN = 5;

/** The APIs that are answered 503 because nothing joins their two VPCs: since which event, and how to mend it. */
export function BrokenPairs({ pairs, apis, objects }: { pairs: Pair[]; apis: number; objects: Objects }) {
  const [all, setAll] = useState(false);
  if (pairs.length === 0) return null;
  return (
    <section className="weir-pairs" aria-labelledby="not-joined">
      <Title headingLevel="h2" size="md" id="not-joined">
        <ExclamationCircleIcon /> {t("network.notReached", { n: apis })}
      </Title>
      {(all ? pairs : pairs.slice(0, SHOWN)).map((pair) => (
        <BrokenPair key={`${pair.from} ${pair.to}`} pair={pair} objects={objects} />
      ))}
      {!all && pairs.length > SHOWN && (
        <Button variant="link" isInline onClick={() => setAll(true)}>
          {t("network.allPairs", { n: pairs.length })}
        </Button>
      )}
    </section>
  );
}

function BrokenPair({ pair, objects }: { pair: Pair; objects: Objects }) {
  const mayWrite = useMayWrite();
  const mayMakeNetwork = useMayCreate("network");
  const scope = useScope();
  const [{ network, attach } = {}] = joins(objects.networks, pair.from, pair.to, pair.network).candidates.filter((candidate) => candidate.attach.every((vpc) => within(scope, [vpc])));
  const name = (id: string) => nameOf(objects, id);
  const target = new URLSearchParams([...[pair.from, pair.to].map((vpc) => ["vpc", vpc]), ...(network ? [["network", network.id]] : [])] as [string, string][]);
  return (
    <div className="weir-pair">
      <div>
        <b>{name(pair.from)}</b> ({pair.instances.map(name).join(", ")}) → <b>{name(pair.to)}</b>
      </div>
      <div className="weir-pair-why">{pair.position === undefined ? t("network.neverJoined") : <EventAt position={pair.position} />}</div>
      {mayWrite && (network || mayMakeNetwork) && (
        <Button variant="primary" size="sm" component={(props) => <Link {...props} to={`/network/join?${target}`} />}>
          {network && attach?.length === 1 ? t("network.mendAttach", { vpc: name(attach[0]!), network: network.name }) : t("network.mendJoin", { from: name(pair.from), to: name(pair.to) })}
        </Button>
      )}
      <ExpandableSection toggleText={t("network.itsApis", { n: pair.apis.length })} isIndented>
        <List isPlain>
          {pair.apis.map((api) => (
            <ListItem key={api.id}>
              <Link to={`/services/${api.serviceId}/apis/${api.id}`}>{api.name}</Link> ({api.serviceName ?? api.serviceId})
            </ListItem>
          ))}
        </List>
      </ExpandableSection>
    </div>
  );
}

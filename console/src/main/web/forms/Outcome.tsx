import { List, ListItem } from "@patternfly/react-core";
import { Alert } from "../parts/Alert";
import { Link } from "../parts/Link";
import type { Effect, Warning } from "../api/types";
import { pageOf } from "../parts/objects";
import { locale, t, type TextKey } from "../texts";

const SHOWN = 100;

const EFFECTS: Record<Effect["code"], TextKey> = {
  API_DISCONNECTED: "forms.apiDisconnected",
  LIVE_AT_ONCE: "forms.liveAtOnce",
  NEEDS_RELEASE: "forms.needsRelease",
  SHARE: "forms.share",
  API_CONNECTED: "forms.apiConnected",
};
const percent = (part = 0) => `${(100 * part).toLocaleString(locale, { maximumFractionDigits: 1 })} %`;

/** Where an effect is looked into. */
function effectPage({ kind, id, serviceId }: Effect): string | undefined {
  if (kind === "node") return undefined;
  return kind === "environment" ? (serviceId ? `/services/${serviceId}/environments` : undefined) : pageOf({ kind, id, serviceId });
}

/** What a change does besides: to APIs, environments and shares, the dangerous first. */
export function Effects({ effects }: { effects: Effect[] }) {
  const order = Object.keys(EFFECTS);
  const groups = [...new Set(effects.map(({ code }) => code))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return groups.map((code) => {
    const those = effects.filter((effect) => effect.code === code);
    return (
      <Alert key={code} isInline isExpandable={those.length > 5} variant={code === "API_DISCONNECTED" ? "danger" : code === "API_CONNECTED" ? "success" : code === "LIVE_AT_ONCE" ? "warning" : "info"} title={t(EFFECTS[code], { n: those.length })}>
        <List>
          {those.slice(0, SHOWN).map((effect) => {
            const page = effectPage(effect);
            const name = effect.name || effect.id;
            return (
              <ListItem key={`${effect.kind}/${effect.serviceId}/${effect.id}`}>
                {page ? <Link to={page}>{name}</Link> : name}
                {effect.code === "SHARE" && effect.to !== undefined ? `: ${percent(effect.from)} → ${percent(effect.to)}` : effect.detail ? `: ${effect.detail}` : ""}
              </ListItem>
            );
          })}
        </List>
      </Alert>
    );
  });
}

/** What is accepted but will not work as things are. */
export function Warnings({ warnings = [], label }: { warnings?: Warning[]; label?: (pointer: string) => string }) {
  return warnings.map(({ code, detail, pointers = [] }, index) => (
    <Alert key={index} isInline variant="warning" title={detail}>
      <small>{[code, ...pointers.map((pointer) => label?.(pointer) ?? pointer)].join(" · ")}</small>
    </Alert>
  ));
}

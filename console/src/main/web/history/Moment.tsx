import { Button } from "@patternfly/react-core";
import { HistoryIcon } from "@patternfly/react-icons";
import type { Event } from "../api/types";
import { useTravel } from "../frame/at";
import { pageOf } from "../parts/objects";
import { t } from "../texts";
import { objectOf, positionOf } from "./sentence";

/** Leads to a page, unless it is said to which that of the event's object, as it was after an event; of a deletion, right before it. */
export function AsItWas({ event, page }: { event: Event; page?: string }) {
  const travel = useTravel();
  return (
    <Button variant="link" isInline icon={<HistoryIcon />} onClick={() => travel(String(positionOf(event)), page ?? pageOf(objectOf(event)))}>
      {t("history.asItWas")}
    </Button>
  );
}

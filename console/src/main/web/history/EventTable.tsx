import { Label } from "@patternfly/react-core";
import { ExpandableRowContent, Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { Link } from "../parts/Link";
import type { Event } from "../api/types";
import { useAt } from "../frame/at";
import { Time } from "../parts/Time";
import type { Names } from "../parts/names";
import { t } from "../texts";
import { EventDetails } from "./EventDetails";
import { EventSentence } from "./EventSentence";
import { AsItWas } from "./Moment";
import { isLater } from "./moments";
import "./history.css";

/** Events with their sentences, each to be opened. */
export function EventTable({ events, names, page }: { events: Event[]; names: Names; /** What is shown as it was then; unless said, the page of the event's object. */ page?: string }) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const at = useAt();
  const toggle = (position: number) => setOpen((before) => new Set(before.has(position) ? [...before].filter((each) => each !== position) : [...before, position]));
  return (
    <Table aria-label={t("history.timeline")} variant="compact" gridBreakPoint="grid-md" className="weir-events">
      <Thead>
        <Tr>
          <Th screenReaderText={t("history.details")} />
          <Th width={10} modifier="nowrap" className="weir-numeric">{t("history.positionColumn")}</Th>
          <Th width={40}>{t("history.whoAndWhat")}</Th>
          <Th width={15}>{t("history.why")}</Th>
          <Th width={15}>{t("history.when")}</Th>
          <Th modifier="fitContent" screenReaderText={t("parts.actions")} />
        </Tr>
      </Thead>
      {events.map((event, index) => (
        <Tbody key={event.position} isExpanded={open.has(event.position)}>
          <Tr className={isLater(event, at) ? "weir-later" : undefined} data-position={event.position}>
            <Td expand={{ rowIndex: index, isExpanded: open.has(event.position), onToggle: () => toggle(event.position), expandId: `event-${event.position}-` }} />
            <Td dataLabel={t("history.positionColumn")} className="weir-numeric">
              <Link to={`/history/${event.position}`}>{event.position}</Link>
            </Td>
            <Td dataLabel={t("history.whoAndWhat")} modifier="breakWord">
              <EventSentence event={event} names={names} /> {isLater(event, at) && <Label isCompact>{t("history.later")}</Label>}
            </Td>
            <Td dataLabel={t("history.why")} modifier="breakWord">
              {event.reason}
            </Td>
            <Td dataLabel={t("history.when")}>
              <Time at={event.recordedAt} />
            </Td>
            <Td dataLabel={t("parts.actions")} modifier="nowrap" className="weir-as-it-was">
              <AsItWas event={event} page={page} />
            </Td>
          </Tr>
          {open.has(event.position) && (
            <Tr isExpanded>
              <Td colSpan={6}>
                <ExpandableRowContent>
                  <EventDetails event={event} />
                </ExpandableRowContent>
              </Td>
            </Tr>
          )}
        </Tbody>
      ))}
    </Table>
  );
}

import { Button, Card, CardBody, CardTitle, Content, Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { useRead } from "../api/hooks";
import type { ReplayCheck } from "../api/types";
import { VerifiedBadge } from "../history/VerifiedBadge";
import { Loaded } from "../parts/Loaded";
import { t } from "../texts";

const COLOURS = { AGREES: "green", INCOMPLETE: "yellow", BEHIND: "yellow", UNKNOWN: "grey", AHEAD: "red", DIFFERS: "red" } as const;
const VERDICTS = { AGREES: "overview.agrees", INCOMPLETE: "overview.incomplete", AHEAD: "overview.ahead", DIFFERS: "overview.differs" } as const;

/** That the configuration is what its events say: how far they are signed, and, when asked for, whether all processes have the same. */
export function Proof() {
  const [asked, setAsked] = useState(false);
  // it reads the whole ledger, so only when it is asked for
  const check = useRead<ReplayCheck>("/v1/replay-check", {}, { enabled: asked, now: true });
  return (
    <Card>
      <CardTitle component="h2">{t("overview.proof")}</CardTitle>
      <CardBody className="weir-stack">
        <div>
          <VerifiedBadge />
        </div>
        <Content component="p">{t("overview.proofAbout")}</Content>
        <div>
          <Button variant="secondary" isLoading={check.isFetching} isDisabled={check.isFetching} onClick={() => (asked ? void check.refetch() : setAsked(true))}>
            {t("overview.check")}
          </Button>
        </div>
        <div aria-live="polite">
          {asked && (
            <Loaded query={check}>
              {({ verdict, position, processes }) => (
                <>
                  <p>
                    <Label color={COLOURS[verdict]}>{t(VERDICTS[verdict], { position: String(position) })}</Label>
                  </p>
                  <Table aria-label={t("overview.check")} variant="compact" gridBreakPoint="grid-md">
                    <Thead>
                      <Tr>
                        <Th>{t("overview.process")}</Th>
                        <Th>{t("overview.found")}</Th>
                        <Th>{t("overview.position")}</Th>
                        <Th width={50}>{t("overview.detail")}</Th>
                      </Tr>
                    </Thead>
                    <Tbody>
                      {processes.map(({ kind, id, status, position: at, detail }) => (
                        <Tr key={`${kind} ${id}`}>
                          <Td dataLabel={t("overview.process")} modifier="breakWord">{id}</Td>
                          <Td dataLabel={t("overview.found")}>
                            <Label color={COLOURS[status]} isCompact>{t(`overview.${status}`)}</Label>
                          </Td>
                          <Td dataLabel={t("overview.position")}>{at}</Td>
                          <Td dataLabel={t("overview.detail")} modifier="breakWord">{detail}</Td>
                        </Tr>
                      ))}
                    </Tbody>
                  </Table>
                </>
              )}
            </Loaded>
          )}
        </div>
      </CardBody>
    </Card>
  );
}

import { Banner, Button, Flex } from "@patternfly/react-core";
import { Time } from "../parts/Time";
import { t } from "../texts";
import { useAt, useTravel } from "./at";

/** Says that it is the past that is shown, and leads back. */
export function PastBanner() {
  const at = useAt();
  const travel = useTravel();
  if (at === undefined) return null;
  const [before, after] = t("frame.past", { at: "\u0000" }).split("\u0000");
  return (
    <Banner color="yellow" screenReaderText={t("frame.past", { at })} isSticky>
      <Flex justifyContent={{ default: "justifyContentCenter" }} gap={{ default: "gapMd" }}>
        <span>
          {before}
          <b>{/^\d+$/.test(at) ? t("frame.pastPosition", { at }) : <Time at={at} exact />}</b>
          {after}
        </span>
        <Button variant="link" isInline onClick={() => travel(undefined)}>
          {t("frame.backToNow")}
        </Button>
      </Flex>
    </Banner>
  );
}

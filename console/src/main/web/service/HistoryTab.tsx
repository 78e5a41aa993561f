import { PageSection } from "@patternfly/react-core";
import { ObjectHistory } from "../history/ObjectHistory";

/** What happened to an object and to what belongs to it. */
export function HistoryTab({ path }: { path: string }) {
  return (
    <PageSection hasBodyWrapper={false}>
      <ObjectHistory path={path} />
    </PageSection>
  );
}

import { DescriptionListDescription, DescriptionListGroup, DescriptionListTerm } from "@patternfly/react-core";
import type { ReactNode } from "react";

/** One term of a list of facts, and what it is. */
export function Fact({ term, children, className }: { term: string; children: ReactNode; className?: string }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription className={className}>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}

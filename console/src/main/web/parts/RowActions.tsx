import { MenuToggle } from "@patternfly/react-core";
import { EllipsisVIcon } from "@patternfly/react-icons";
import { ActionsColumn, type IAction } from "@patternfly/react-table";
import { t } from "../texts";

/** What can be done with an object, in a menu that is named after it. */
export function RowActions({ name, items }: { name: string; items: IAction[] }) {
  return (
    <ActionsColumn
      items={items}
      actionsToggle={({ onToggle, isOpen, isDisabled, toggleRef }) => <MenuToggle ref={toggleRef} variant="plain" aria-label={t("parts.actionsOf", { name })} icon={<EllipsisVIcon />} isExpanded={isOpen} isDisabled={isDisabled} onClick={onToggle} />}
    />
  );
}

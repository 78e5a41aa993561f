import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from "@patternfly/react-core";
import { useId, type ReactNode } from "react";
import { t } from "../texts";
import { StepList, nextOf, type Step } from "./StepList";
import "./forms.css";

interface Props {
  title: string;
  /** Why it is refused. */
  children?: ReactNode;
  steps: Step[];
  /** What becomes possible once all are done. */
  finish: { text: string; go: () => void };
  onClose: () => void;
}

/** Why an object cannot go yet: what still uses it, and what is to be done, step by step, until it can. */
export function RefusalDialog({ title, children, steps, finish, onClose }: Props) {
  const id = useId();
  const next = nextOf(steps);
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby={`${id}-title`}>
      <ModalHeader title={title} titleIconVariant={next === -1 ? "success" : "danger"} labelId={`${id}-title`} />
      <ModalBody>
        <div className="weir-stack">
          {children}
          <StepList id={id} steps={steps} />
        </div>
      </ModalBody>
      <ModalFooter>
        <Button variant="danger" isDisabled={next !== -1} onClick={finish.go}>
          {finish.text}
        </Button>
        <Button variant="link" onClick={onClose}>
          {t("parts.close")}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

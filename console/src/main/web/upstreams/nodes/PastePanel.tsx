import { Button, FormGroup, List, ListItem, TextArea } from "@patternfly/react-core";
import { useMemo, useRef, useState } from "react";
import { t } from "../../texts";
import type { FormNode } from "./model";
import { parseNodes } from "./parse";
import { Alert } from "../../parts/Alert";

interface Props {
  text: string;
  take: (nodes: FormNode[], replace: boolean) => void;
  close: () => void;
}

/** Nodes as text or from a file; what cannot be read is told line by line and can be mended here. */
export function PastePanel({ text: initial, take, close }: Props) {
  const [text, setText] = useState(initial);
  const file = useRef<HTMLInputElement>(null);
  const { nodes, bad } = useMemo(() => parseNodes(text), [text]);
  const ready = nodes.length > 0 && bad.length === 0;
  return (
    <div className="weir-paste" role="group" aria-label={t("upstreams.pasteNodes")}>
      <FormGroup label={t("upstreams.pasteLabel")} fieldId="paste-nodes">
        <TextArea
          id="paste-nodes"
          autoFocus
          className="weir-code"
          rows={6}
          resizeOrientation="vertical"
          spellCheck={false}
          placeholder={"10.0.0.1:8080 10\n10.0.0.2,8080,5"}
          value={text}
          validated={bad.length > 0 ? "error" : "default"}
          aria-describedby="paste-help"
          onChange={(_event, value) => setText(value)}
        />
        <div id="paste-help" role="status">
          {text.trim() === "" ? <small>{t("upstreams.pasteHelp")}</small> : <small>{t("upstreams.pasteRead", { n: nodes.length })}</small>}
          {bad.length > 0 && (
            <Alert isInline isPlain variant="danger" title={t("upstreams.pasteBad", { n: bad.length })}>
              <List isPlain>
                {bad.slice(0, 5).map(({ line, text: line_text }) => (
                  <ListItem key={line}>{t("upstreams.pasteLine", { line, text: line_text.slice(0, 80) })}</ListItem>
                ))}
                {bad.length > 5 && <ListItem>{t("forms.more", { n: bad.length - 5 })}</ListItem>}
              </List>
            </Alert>
          )}
        </div>
      </FormGroup>
      <div className="weir-buttons">
        <Button isDisabled={!ready} onClick={() => take(nodes, false)}>{t("upstreams.pasteAdd")}</Button>
        <Button variant="secondary" isDisabled={!ready} onClick={() => take(nodes, true)}>{t("upstreams.pasteReplace")}</Button>
        <Button variant="link" onClick={() => file.current?.click()}>{t("upstreams.pasteFile")}</Button>
        <Button variant="link" onClick={close}>{t("parts.cancel")}</Button>
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt,text/*"
          hidden
          aria-label={t("upstreams.pasteFile")}
          onChange={(event) => {
            void event.target.files?.[0]?.text().then(setText);
            event.target.value = "";
          }}
        />
      </div>
    </div>
  );
}

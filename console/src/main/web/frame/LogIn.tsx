import { Button, Form, FormGroup, FormHelperText, HelperText, HelperTextItem, LoginPage, Modal, ModalBody, ModalHeader, TextInput } from "@patternfly/react-core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type FormEvent } from "react";
import { Problem, onLoggedOut, read } from "../api/client";
import { useSession } from "../parts/session";
import { t } from "../texts";

/** The page that asks who it is. */
export function LogIn() {
  return (
    <LoginPage loginTitle={t("frame.logIn")} textContent="" brandImgSrc={undefined} className="weir-login">
      <KeyForm />
    </LoginPage>
  );
}

/** Asks again over the page when the session has ended, so that what was typed stays. */
export function LogInAgain() {
  const [refused, setRefused] = useState(false);
  const { data: session } = useSession();
  useEffect(() => onLoggedOut(() => setRefused(true)), []);
  return (
    <Modal isOpen={refused || session === null} variant="small" aria-labelledby="log-in-again">
      <ModalHeader title={t("frame.logIn")} labelId="log-in-again" description={t("frame.logInAgain")} />
      <ModalBody>
        <KeyForm then={() => setRefused(false)} />
      </ModalBody>
    </Modal>
  );
}

function KeyForm({ then }: { then?: () => void }) {
  const queries = useQueryClient();
  const [key, setKey] = useState("");
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const methods = useQuery({ queryKey: ["/login"], queryFn: async () => (await read<{ methods: string[] }>("/login")).value.methods });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await fetch("/v1/session", { method: "POST", headers: { Authorization: `Bearer ${key.trim()}` } });
      if (!answer.ok) throw new Problem({ status: answer.status, ...(await answer.json().catch(() => ({}))) });
      setKey("");
      // nobody waits for everything to be read anew, only for who it is
      await queries.invalidateQueries({ queryKey: ["/v1/session"] });
      then?.();
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "/v1/session" });
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : new Problem({ detail: String(error) }).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form onSubmit={(event) => void submit(event)}>
      <FormGroup label={t("frame.key")} fieldId="key" isRequired>
        <TextInput id="key" type="password" autoComplete="off" spellCheck={false} isRequired value={key} onChange={(_event, value) => setKey(value)} validated={problem ? "error" : "default"} aria-describedby="key-help" />
        <FormHelperText>
          <HelperText id="key-help" aria-live="polite">
            {problem ? <HelperTextItem variant="error">{problem}</HelperTextItem> : <HelperTextItem>{t("frame.keyHelp")}</HelperTextItem>}
          </HelperText>
        </FormHelperText>
      </FormGroup>
      <Button type="submit" isBlock isLoading={busy} isDisabled={busy}>
        {t("frame.logIn")}
      </Button>
      {methods.data?.includes("oidc") && (
        <Button component="a" href="/login/oidc" variant="secondary" isBlock>
          {t("frame.oidc")}
        </Button>
      )}
    </Form>
  );
}

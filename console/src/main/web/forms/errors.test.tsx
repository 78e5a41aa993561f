import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { Problem } from "../api/client";
import { FormErrorsAround, useFormErrors, type FormErrors } from "./errors";
import { TextField } from "./fields";

interface Values {
  name: string;
  host: string;
}

let form: FormErrors;

function Form() {
  const [values, setValues] = useState<Values>({ name: "", host: "a" });
  form = useFormErrors(values, ({ name, host }) => [
    ...(name === "" ? [{ pointer: "/name", detail: "no name" }] : []),
    ...(host === "" ? [{ pointer: "/host", detail: "no host" }] : []),
  ]);
  return (
    <FormErrorsAround form={form} label={(pointer) => pointer}>
      <TextField label="Name" pointer="/name" value={values.name} onChange={(name) => setValues({ ...values, name })} />
      <TextField label="Host" pointer="/host" value={values.host} onChange={(host) => setValues({ ...values, host })} />
    </FormErrorsAround>
  );
}

test("the first error gets the focus with each attempt, and never while somebody types", async () => {
  render(<Form />);
  const user = userEvent.setup();
  const focused = (label: string) => waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(label)));
  act(() => void form.check());
  await focused("Name");
  // the same error again is an attempt again
  await user.click(screen.getByLabelText("Host"));
  act(() => void form.check());
  await focused("Name");
  // all is right, then wrong again, while the other field is typed into
  await user.type(screen.getByLabelText("Name"), "n");
  expect(form.failed).toBe(false);
  const steps = form.attempts;
  await user.click(screen.getByLabelText("Host"));
  await user.clear(screen.getByLabelText("Host"));
  expect(form.failed).toBe(true);
  expect(form.attempts).toBe(steps);
  await user.type(screen.getByLabelText("Host"), "b");
  act(() => form.refuse(new Problem({ status: 422, errors: [{ pointer: "/name", detail: "taken" }] })));
  await focused("Name");
});

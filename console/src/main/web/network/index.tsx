import "./network.css";
import { Route, Routes } from "react-router";
import { NotFound } from "../frame/Frame";
import { FormPage } from "./FormPage";
import { JoinPage } from "./JoinPage";
import { NetworkPage } from "./NetworkPage";
import { KINDS } from "./load";

export function Area() {
  return (
    <Routes>
      <Route index element={<NetworkPage />} />
      <Route path="*" element={<NotFound />} />
      <Route path="join" element={<JoinPage />} />
      {KINDS.flatMap((kind) => [
        <Route key={`${kind} new`} path={`${kind}/create`} element={<FormPage key={kind} kind={kind} />} />,
        <Route key={kind} path={`${kind}/:id/edit`} element={<FormPage key={kind} kind={kind} />} />,
      ])}
    </Routes>
  );
}

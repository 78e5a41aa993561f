import { Navigate, Route, Routes } from "react-router";
import { NotFound } from "../frame/Frame";
import "../forms/forms.css";
import { RequestPage } from "./RequestPage";

/** The pages of single requests; lists of them are with the traffic. */
export function Area() {
  return (
    <Routes>
      <Route index element={<Navigate to="/traffic" replace />} />
      <Route path=":requestId" element={<RequestPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

import { Route, Routes } from "react-router";
import { NotFound } from "../frame/Frame";
import "../forms/forms.css";
import "../requests/requests.css";
import { TrafficPage } from "./TrafficPage";

export function Area() {
  return (
    <Routes>
      <Route index element={<TrafficPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

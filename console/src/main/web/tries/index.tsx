import { Route, Routes } from "react-router";
import { NotFound } from "../frame/Frame";
import { TryPage } from "./TryPage";

export function Area() {
  return (
    <Routes>
      <Route index element={<TryPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

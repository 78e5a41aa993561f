import { Route, Routes } from "react-router";
import { NotFound } from "../frame/Frame";
import { CreateKeyPage } from "./CreateKeyPage";
import { KeysPage } from "./KeysPage";

export function Area() {
  return (
    <Routes>
      <Route index element={<KeysPage />} />
      <Route path="create" element={<CreateKeyPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

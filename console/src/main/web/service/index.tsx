import { Route, Routes } from "react-router";
import { NotFound } from "../frame/Frame";
import "./service.css";
import { ServiceCreate } from "./ServiceCreate";
import { ServiceList } from "./ServiceList";
import { ServicePage } from "./ServicePage";
import { ApiCreate } from "./apis/ApiCreate";
import { ApiEdit } from "./apis/ApiEdit";
import { ApiPage } from "./apis/ApiPage";
import { ReleaseCompare } from "./releases/ReleaseCompare";
import { ReleasePage } from "./releases/ReleasePage";

/** The pages of services. */
export function Area() {
  return (
    <Routes>
      <Route index element={<ServiceList />} />
      <Route path="create" element={<ServiceCreate />} />
      <Route path=":serviceId/apis/create" element={<ApiCreate />} />
      <Route path=":serviceId/apis/:apiId/edit" element={<ApiEdit />} />
      <Route path=":serviceId/apis/:apiId/*" element={<ApiPage />} />
      <Route path=":serviceId/release" element={<ReleasePage />} />
      <Route path=":serviceId/releases/compare" element={<ReleaseCompare />} />
      <Route path=":serviceId/*" element={<ServicePage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

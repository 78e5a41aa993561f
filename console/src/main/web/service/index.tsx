import { Route, Routes, useParams } from "react-router";
import { NotFound } from "../frame/Frame";
import { WithinService } from "../parts/Within";
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
      <Route path=":serviceId/*" element={<OfService />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

/** The pages of one service, which all lie in it. */
function OfService() {
  const { serviceId = "" } = useParams();
  return (
    <WithinService id={serviceId}>
      <Routes>
        <Route path="apis/create" element={<ApiCreate />} />
        <Route path="apis/:apiId/edit" element={<ApiEdit />} />
        <Route path="apis/:apiId/*" element={<ApiPage />} />
        <Route path="release" element={<ReleasePage />} />
        <Route path="releases/compare" element={<ReleaseCompare />} />
        <Route path="*" element={<ServicePage />} />
      </Routes>
    </WithinService>
  );
}

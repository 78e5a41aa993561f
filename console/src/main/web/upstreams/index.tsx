import { Route, Routes } from "react-router";
import { NotFound } from "../frame/Frame";
import { UpstreamDetails } from "./details/UpstreamDetails";
import { CreateUpstream, EditUpstream } from "./form/pages";
import { UpstreamList } from "./UpstreamList";
import "../forms/forms.css";
import "./upstreams.css";

/** The pages of VPC upstreams. */
export function Area() {
  return (
    <Routes>
      <Route index element={<UpstreamList />} />
      <Route path="create" element={<CreateUpstream />} />
      <Route path=":id/edit" element={<EditUpstream />} />
      <Route path=":id/:tab?" element={<UpstreamDetails />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

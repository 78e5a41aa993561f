import { Route, Routes } from "react-router";
import { NotFound } from "../frame/Frame";
import { AttemptsPage } from "./AttemptsPage";
import { ComparePage } from "./ComparePage";
import { EventPage } from "./EventPage";
import { HistoryPage } from "./HistoryPage";
import { UndoPage } from "./UndoPage";

export function Area() {
  return (
    <Routes>
      <Route index element={<HistoryPage />} />
      <Route path="compare" element={<ComparePage />} />
      <Route path="attempts" element={<AttemptsPage />} />
      <Route path=":position" element={<EventPage />} />
      <Route path=":position/undo" element={<UndoPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

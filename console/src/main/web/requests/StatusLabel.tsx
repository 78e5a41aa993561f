import { Label } from "@patternfly/react-core";
import { CheckCircleIcon, ExclamationCircleIcon, ExclamationTriangleIcon, InfoCircleIcon } from "@patternfly/react-icons";
import { resultText, resultTone, statusText, statusTone, type Tone } from "./words";

const ICONS: Partial<Record<Tone, React.ReactElement>> = { green: <CheckCircleIcon />, orange: <ExclamationTriangleIcon />, red: <ExclamationCircleIcon />, blue: <InfoCircleIcon /> };

/** A status of HTTP, as a number, a word and a sign. */
export function StatusLabel({ status, short = false }: { status: number; /** Only the number. */ short?: boolean }) {
  const tone = statusTone(status);
  return (
    <Label isCompact color={tone} icon={ICONS[tone]}>
      {short ? status : statusText(status)}
    </Label>
  );
}

/** What became of an attempt. */
export function ResultLabel({ result, status }: { result: string; status: number }) {
  const tone = resultTone(result, status);
  return (
    <Label isCompact color={tone} icon={ICONS[tone]}>
      {[resultText(result), status > 0 && status].filter(Boolean).join(" ")}
    </Label>
  );
}

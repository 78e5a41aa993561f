import { Checkbox, FormGroup } from "@patternfly/react-core";
import { SelectField, SwitchField, TextField } from "../../forms/fields";
import { equal } from "../../parts/pointer";
import { t } from "../../texts";
import { Folded, Numeric, type SectionProps } from "./fields";
import { labelOf } from "./label";
import { HEALTH_CHECKER, LIMITS, type HealthChecker, type Tls } from "./model";

const STATUSES = [429, 502, 503, 504] as const;

/** What most upstreams leave as it is. */
export function Advanced(props: SectionProps) {
  return (
    <>
      <RetryConditions {...props} />
      <Health {...props} />
      <Http {...props} />
      {props.values.protocol === "HTTPS" && <TlsFields {...props} />}
      <SlowStart {...props} />
      <LimitsFields {...props} />
    </>
  );
}

function RetryConditions({ values, set }: SectionProps) {
  const retryOn = values.retryOn ?? { statuses: [], nonIdempotent: false };
  const { statuses = [], nonIdempotent = false } = retryOn;
  return (
    <Folded title={t("upstreams.retryOn")} summary={statuses.length > 0 || nonIdempotent ? [...statuses, nonIdempotent ? t("upstreams.nonIdempotentShort") : ""].filter(Boolean).join(", ") : t("upstreams.retryOnDefault")} pointers={["/retryOn"]}>
      <FormGroup role="group" label={labelOf("/retryOn/statuses")} fieldId="retry-statuses" isInline>
        {STATUSES.map((status) => (
          <Checkbox
            key={status}
            id={`retry-${status}`}
            label={String(status)}
            isChecked={statuses.includes(status)}
            onChange={(_event, on) => set("/retryOn", { ...retryOn, statuses: STATUSES.filter((other) => (other === status ? on : statuses.includes(other))) })}
          />
        ))}
      </FormGroup>
      <SwitchField box label={labelOf("/retryOn/nonIdempotent")} help={t("upstreams.nonIdempotentHelp")} pointer="/retryOn/nonIdempotent" value={nonIdempotent} onChange={(on) => set("/retryOn", { ...retryOn, nonIdempotent: on })} />
    </Folded>
  );
}

function Health(props: SectionProps) {
  const { values, set } = props;
  const checker = values.healthChecker;
  const { enableActiveCheck: active = false, enablePassiveCheck: passive = false } = checker ?? {};
  const change = (changes: Partial<HealthChecker>) => {
    const changed = { ...HEALTH_CHECKER, ...checker, ...changes };
    // switched off again, with nothing else said, it is as if there had never been one
    set("/healthChecker", equal(changed, HEALTH_CHECKER) ? undefined : changed);
  };
  const summary = [active && t("fields.enableActiveCheck"), passive && t("fields.enablePassiveCheck")].filter(Boolean).join(", ") || t("parts.off");
  return (
    <Folded title={t("upstreams.healthChecker")} summary={summary} pointers={["/healthChecker"]}>
      <SwitchField label={labelOf("/healthChecker/enableActiveCheck")} help={t("upstreams.activeHelp")} pointer="/healthChecker/enableActiveCheck" value={active} onChange={(on) => change({ enableActiveCheck: on })} />
      {active && (
        <>
          <TextField code required label={labelOf("/healthChecker/activeCheckHttpPath")} pointer="/healthChecker/activeCheckHttpPath" maxLength={512} value={checker?.activeCheckHttpPath} onChange={(path) => change({ activeCheckHttpPath: path })} />
          <Numeric {...props} pointer="/healthChecker/activeCheckInterval" />
          <Numeric {...props} pointer="/healthChecker/activeCheckTimeout" />
        </>
      )}
      <SwitchField label={labelOf("/healthChecker/enablePassiveCheck")} help={t("upstreams.passiveHelp")} pointer="/healthChecker/enablePassiveCheck" value={passive} onChange={(on) => change({ enablePassiveCheck: on })} />
      {checker && (
        <>
          <TextField code required label={labelOf("/healthChecker/healthyHttpStatus")} pointer="/healthChecker/healthyHttpStatus" maxLength={255} help={t("upstreams.statusesHelp")} value={checker.healthyHttpStatus} onChange={(text) => change({ healthyHttpStatus: text })} />
          <TextField code required label={labelOf("/healthChecker/unhealthyHttpStatus")} pointer="/healthChecker/unhealthyHttpStatus" maxLength={255} help={t("upstreams.statusesHelp")} value={checker.unhealthyHttpStatus} onChange={(text) => change({ unhealthyHttpStatus: text })} />
          <Numeric {...props} pointer="/healthChecker/tcpFailureThreshold" help="upstreams.thresholdHelp" />
          <Numeric {...props} pointer="/healthChecker/timeoutThreshold" help="upstreams.thresholdHelp" />
          <Numeric {...props} pointer="/healthChecker/httpFailureThreshold" help="upstreams.thresholdHelp" />
          <Numeric {...props} pointer="/healthChecker/unhealthyTimeout" help="upstreams.unhealthyTimeoutHelp" />
          <Numeric {...props} pointer="/healthChecker/panicThreshold" help="upstreams.panicHelp" />
        </>
      )}
    </Folded>
  );
}

function Http({ values, set }: SectionProps) {
  return (
    <Folded title={labelOf("/httpVersion")} summary={t(`fields.${values.httpVersion}`)} pointers={["/httpVersion"]}>
      <SelectField
        label={labelOf("/httpVersion")}
        pointer="/httpVersion"
        required
        value={values.httpVersion}
        onChange={(version) => set("/httpVersion", version)}
        options={(["HTTP_1_1", "HTTP_2"] as const).map((value) => ({ value, label: t(`fields.${value}`) }))}
        help={t("upstreams.httpVersionHelp")}
      />
    </Folded>
  );
}

function TlsFields({ values, set }: SectionProps) {
  const tls: Tls = { verify: true, ...values.tls };
  const change = (changes: Partial<Tls>) => {
    const changed = Object.fromEntries(Object.entries({ ...tls, ...changes }).filter(([, value]) => value !== "")) as Tls;
    set("/tls", equal(changed, { verify: true }) ? undefined : changed);
  };
  return (
    <Folded title={t("upstreams.tls")} summary={t(tls.verify ? "upstreams.verified" : "upstreams.notVerified")} pointers={["/tls"]}>
      <SwitchField label={labelOf("/tls/verify")} help={t("upstreams.verifyHelp")} pointer="/tls/verify" value={tls.verify} onChange={(verify) => change({ verify })} />
      <TextField code label={labelOf("/tls/serverName")} pointer="/tls/serverName" help={t("upstreams.serverNameHelp")} value={tls.serverName} onChange={(serverName) => change({ serverName })} />
      <TextField code label={labelOf("/tls/caCertificate")} pointer="/tls/caCertificate" maxLength={64} help={t("upstreams.caCertificateHelp")} value={tls.caCertificate} onChange={(caCertificate) => change({ caCertificate })} />
      <TextField code label={labelOf("/tls/clientCertificate")} pointer="/tls/clientCertificate" maxLength={64} help={t("upstreams.clientCertificateHelp")} value={tls.clientCertificate} onChange={(clientCertificate) => change({ clientCertificate })} />
    </Folded>
  );
}

function SlowStart(props: SectionProps) {
  const seconds = props.values.slowStartSeconds;
  return (
    <Folded title={t("upstreams.slowStart")} summary={seconds ? t("upstreams.inSeconds", { n: seconds }) : t("parts.off")} pointers={["/slowStartSeconds"]}>
      <Numeric {...props} pointer="/slowStartSeconds" help="upstreams.slowStartHelp" />
    </Folded>
  );
}

function LimitsFields({ values, set }: SectionProps) {
  const limits = { ...LIMITS, ...values.limits };
  const within: SectionProps = { values: { ...values, limits }, set: (pointer, value) => set("/limits", { ...limits, [pointer.replace("/limits/", "")]: value }) };
  return (
    <Folded title={t("upstreams.limits")} summary={t("upstreams.limitsSummary", { n: limits.maxRequests ?? 0 })} pointers={["/limits"]}>
      <Numeric {...within} pointer="/limits/maxConnectionsPerNode" />
      <Numeric {...within} pointer="/limits/maxRequestsPerNode" />
      <Numeric {...within} pointer="/limits/maxRequests" />
    </Folded>
  );
}

import { Button, Form, FormGroup, Label, PageSection, TextInput, Title } from "@patternfly/react-core";
import { MinusIcon, PencilAltIcon, PlusIcon } from "@patternfly/react-icons";
import { useEffect, useState, type FormEvent } from "react";
import { useSearchParams } from "react-router";
import { Alert } from "../parts/Alert";
import { Link } from "../parts/Link";
import { useRead } from "../api/hooks";
import type { Diff } from "../api/types";
import { Changes } from "../parts/Changes";
import { Loaded } from "../parts/Loaded";
import { PageTitle } from "../parts/PageTitle";
import { useNames } from "../parts/names";
import { kindText, pageOf, refOf } from "../parts/objects";
import { useNewest } from "../frame/live";
import { t } from "../texts";

const AT_ONCE = 20;
/** What is different between two moments, object by object. */
export function ComparePage() {
  const [params, setParams] = useSearchParams();
  const newest = useNewest();
  const from = params.get("from") ?? "";
  const to = params.get("to") || String(newest || "");
  const query = useRead<Diff>("/v1/diff", { from, to }, { enabled: from !== "" && to !== "", now: true, keep: true });
  return (
    <>
      <PageTitle title={t("history.compare")} above={[{ text: t("history.title"), to: "/history" }]} facts={query.data && t("history.compared", { n: query.data.objects.length, from: String(query.data.from), to: String(query.data.to) })} />
      <PageSection hasBodyWrapper={false}>
        <Ends
          from={from}
          to={params.get("to") ?? ""}
          onEnds={(ends) =>
            setParams((before) => {
              for (const [name, value] of Object.entries(ends)) {
                if (value) before.set(name, value);
                else before.delete(name);
              }
              return before;
            })
          }
        />
        {from !== "" && <Loaded query={query}>{(diff) => <Objects diff={diff} />}</Loaded>}
      </PageSection>
    </>
  );
}

function Ends({ from, to, onEnds }: { from: string; to: string; onEnds: (ends: { from: string; to: string }) => void }) {
  const [typed, setTyped] = useState({ from, to });
  useEffect(() => setTyped({ from, to }), [from, to]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onEnds({ from: typed.from.trim(), to: typed.to.trim() });
  };
  return (
    <Form isHorizontal={false} onSubmit={submit} className="weir-ends">
      {(["from", "to"] as const).map((end) => (
        <FormGroup key={end} label={t(end === "from" ? "history.compareFrom" : "history.compareTo")} fieldId={`compare-${end}`}>
          <TextInput id={`compare-${end}`} value={typed[end]} placeholder={end === "to" ? t("history.now") : "1042"} onChange={(_event, text) => setTyped({ ...typed, [end]: text })} />
        </FormGroup>
      ))}
      <Button type="submit" variant="secondary">
        {t("history.compareDo")}
      </Button>
    </Form>
  );
}

function Objects({ diff }: { diff: Diff }) {
  const [shown, setShown] = useState(AT_ONCE);
  const objects = diff.objects.slice(0, shown);
  const serviceOf = (changes: Diff["objects"][number]["changes"]) => {
    const change = changes.find(({ pointer }) => pointer === "/serviceId");
    return (change?.to ?? change?.from) as string | undefined;
  };
  const refs = objects.map((object) => ({ ...refOf(object.stream), serviceId: serviceOf(object.changes), at: object.change === "deleted" ? Math.min(diff.from, diff.to) : Math.max(diff.from, diff.to) }));
  const names = useNames(refs);
  if (diff.objects.length === 0) return <Alert isInline variant="info" title={t("history.same")} />;
  return (
    <div className="weir-details">
      {objects.map((object, index) => {
        const ref = refs[index]!;
        const change = object.changes.find(({ pointer }) => pointer === "/name");
        const name = ((change?.to ?? change?.from) as string | undefined) || names.get(ref.id)?.name || ref.id;
        const page = pageOf(ref);
        return (
          <section key={object.stream} aria-label={name}>
            <Title headingLevel="h2" size="lg">
              {`${kindText(ref.kind)} `}
              {page && object.change !== "deleted" ? <Link to={page}>{name}</Link> : name} <How change={object.change} />
            </Title>
            <Changes changes={object.changes} kind={ref.kind} at={ref.at} label={name} />
          </section>
        );
      })}
      {diff.objects.length > shown && (
        <Button variant="link" isInline onClick={() => setShown(shown + AT_ONCE)}>
          {t("history.moreObjects", { n: diff.objects.length - shown })}
        </Button>
      )}
    </div>
  );
}

function How({ change }: { change: "created" | "changed" | "deleted" }) {
  if (change === "created") return <Label isCompact color="green" icon={<PlusIcon />}>{t("history.did_created")}</Label>;
  if (change === "deleted") return <Label isCompact color="red" icon={<MinusIcon />}>{t("history.did_deleted")}</Label>;
  return <Label isCompact color="blue" icon={<PencilAltIcon />}>{t("history.did_changed")}</Label>;
}

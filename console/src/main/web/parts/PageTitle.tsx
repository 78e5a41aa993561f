import { Breadcrumb, BreadcrumbItem, Content, Flex, FlexItem, PageSection, Tab, TabTitleText, Tabs, Title } from "@patternfly/react-core";
import { useEffect, useRef, type ReactNode } from "react";
import { useLocation, useNavigate } from "react-router";
import { Link } from "./Link";
import { OutsideLabel } from "./Within";
import { locale, t } from "../texts";

interface Crumb {
  text: string;
  to: string;
}

/** A tab of a page: the last part of its path ("" is the first tab) and its label. */
export interface PageTab {
  path: string;
  text: string;
  /** A number beside the label. */
  count?: number;
}

interface Props {
  title: string;
  /** Beside the title, such as a label of health. */
  state?: ReactNode;
  /** The pages above this one. */
  above?: Crumb[];
  /** One line about the object. */
  facts?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  tabs?: PageTab[];
  /** Path of the page that the tabs belong to. */
  base?: string;
  /** Only for the title of the window and for readers. */
  hidden?: boolean;
}

/** The head of every page; gets the focus when the page is come to. */
export function PageTitle({ title, state, above, facts, actions, tabs, base = "", hidden = false }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    document.title = `${title} · ${t("frame.weir")}`;
  }, [title]);
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body || document.activeElement.closest("nav, table, a, .pf-v6-c-breadcrumb")) {
      heading.current?.focus({ preventScroll: true });
    }
    // only when the page is come to, not when its title changes
  }, []);
  if (hidden) return null;
  const active = tabs?.find((tab) => tab.path !== "" && (pathname === `${base}/${tab.path}` || pathname.startsWith(`${base}/${tab.path}/`)))?.path ?? "";
  return (
    <>
      <PageSection hasBodyWrapper={false} className="weir-head">
        {above && above.length > 0 && (
          <Breadcrumb aria-label={t("parts.above")}>
            {above.map((crumb, index) => (
              <BreadcrumbItem key={index} render={({ className }) => <Link className={className} to={crumb.to}>{crumb.text}</Link>} />
            ))}
            <BreadcrumbItem isActive>{title}</BreadcrumbItem>
          </Breadcrumb>
        )}
        <Flex justifyContent={{ default: "justifyContentSpaceBetween" }} alignItems={{ default: "alignItemsFlexStart" }}>
          <FlexItem className="weir-title">
            <Flex gap={{ default: "gapSm" }} alignItems={{ default: "alignItemsCenter" }}>
              <Title headingLevel="h1" ref={heading} tabIndex={-1}>
                {title}
              </Title>
              {state}
              <OutsideLabel />
            </Flex>
            {facts && <Content component="small">{facts}</Content>}
          </FlexItem>
          {actions && <FlexItem>{actions}</FlexItem>}
        </Flex>
      </PageSection>
      {tabs && (
        <PageSection hasBodyWrapper={false} type="tabs" className="weir-tabs">
          <Tabs activeKey={active} component="nav" aria-label={title} usePageInsets>
            {tabs.map((tab) => {
              const to = tab.path === "" ? base : `${base}/${tab.path}`;
              return (
                <Tab
                  key={tab.path}
                  eventKey={tab.path}
                  tabContentId="content"
                  title={<TabTitleText>{tab.count === undefined ? tab.text : `${tab.text} (${tab.count.toLocaleString(locale)})`}</TabTitleText>}
                  href={`${import.meta.env.BASE_URL.replace(/\/$/, "")}${to}`}
                  onClick={(event) => {
                    event.preventDefault();
                    void navigate(to);
                  }}
                />
              );
            })}
          </Tabs>
        </PageSection>
      )}
    </>
  );
}

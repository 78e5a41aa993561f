import { Bullseye, Button, EmptyState, Masthead, MastheadBrand, MastheadContent, MastheadLogo, MastheadMain, MastheadToggle, Page, PageSidebar, PageSidebarBody, PageToggleButton, SkipToContent, Spinner, Toolbar, ToolbarContent, ToolbarGroup, ToolbarItem } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { Outlet, useLocation, useRouteError } from "react-router";
import { Alert } from "../parts/Alert";
import { Link } from "../parts/Link";
import { ProblemView } from "../parts/ProblemView";
import { useSession } from "../parts/session";
import { PageTitle } from "../parts/PageTitle";
import { t } from "../texts";
import { AccountMenu } from "./AccountMenu";
import { AtProvider } from "./at";
import { ConvergenceBadge } from "./ConvergenceBadge";
import { LogIn, LogInAgain } from "./LogIn";
import { Navigation } from "./Navigation";
import { PastBanner } from "./PastBanner";
import { Search } from "./Search";
import { useLive } from "./live";

const CONTENT = "content";

/** What is around every page: who is logged in, where one is, and whether the data plane has what was saved. */
export function Frame() {
  const session = useSession();
  const [inside, setInside] = useState(false);
  if (session.data && !inside) setInside(true);
  if (session.isPending) return <Bullseye className="weir-whole"><Spinner aria-label={t("parts.loading")} /></Bullseye>;
  if (session.data === undefined) return <Bullseye className="weir-whole"><ProblemView problem={session.error!} again={() => void session.refetch()} /></Bullseye>;
  // a session that ends leaves the page as it is, with what was typed
  if (session.data === null && !inside) return <LogIn />;
  return (
    <AtProvider>
      <Inside />
    </AtProvider>
  );
}

function Inside() {
  const { pathname } = useLocation();
  useLive();
  useEffect(() => {
    document.getElementById(CONTENT)?.scrollTo?.(0, 0);
  }, [pathname]);
  return (
    <>
      <Page
        masthead={<Top />}
        sidebar={
          <PageSidebar id="navigation">
            <PageSidebarBody>
              <Navigation />
            </PageSidebarBody>
          </PageSidebar>
        }
        isManagedSidebar
        mainContainerId={CONTENT}
        skipToContent={<SkipToContent href={`#${CONTENT}`}>{t("frame.skip")}</SkipToContent>}
        banner={<PastBanner />}
      >
        <Outlet />
      </Page>
      <LogInAgain />
    </>
  );
}

function Top() {
  return (
    <Masthead>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton isHamburgerButton aria-label={t("frame.toggleNavigation")} />
        </MastheadToggle>
        <MastheadBrand>
          <MastheadLogo component={(props) => <Link {...props} to="/" />}>
            <img src={`${import.meta.env.BASE_URL}weir.svg`} alt="" width="26" height="26" /> <b className="weir-brand">{t("frame.weir")}</b>
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <Toolbar isStatic>
          <ToolbarContent>
            <ToolbarItem className="weir-grow">
              <Search />
            </ToolbarItem>
            <ToolbarGroup align={{ default: "alignEnd" }} variant="action-group-plain">
              <ToolbarItem visibility={{ default: "hidden", md: "visible" }}>
                <ConvergenceBadge />
              </ToolbarItem>
              <ToolbarItem>
                <AccountMenu />
              </ToolbarItem>
            </ToolbarGroup>
          </ToolbarContent>
        </Toolbar>
      </MastheadContent>
    </Masthead>
  );
}

export function NotFound() {
  return (
    <Bullseye>
      <PageTitle title={t("frame.notFound")} hidden />
      <EmptyState titleText={t("frame.notFound")} headingLevel="h1" />
    </Bullseye>
  );
}

export function Broken() {
  const error = useRouteError();
  return (
    <Bullseye className="weir-whole">
      <Alert variant="danger" isInline title={t("frame.broken")} actionLinks={<Button variant="link" isInline onClick={() => window.location.reload()}>{t("frame.reload")}</Button>}>
        {t("frame.brokenHelp", { detail: error instanceof Error ? error.message : String(error) })}
      </Alert>
    </Bullseye>
  );
}

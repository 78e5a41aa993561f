import { Nav, NavGroup, NavItem, NavList } from "@patternfly/react-core";
import { useLocation } from "react-router";
import { Link } from "../parts/Link";
import { t, type TextKey } from "../texts";

const MAIN: [string, TextKey][] = [
  ["overview", "frame.overview"],
  ["upstreams", "frame.upstreams"],
  ["services", "frame.service"],
  ["network", "frame.network"],
  ["domains", "frame.domains"],
];
const OPERATIONS: [string, TextKey][] = [
  ["try", "frame.tries"],
  ["traffic", "frame.traffic"],
  ["data-plane", "frame.replicas"],
  ["history", "frame.history"],
];

/** The sidebar, in the words of the product that Weir replaces. */
export function Navigation() {
  const { pathname } = useLocation();
  const item = ([path, text]: [string, TextKey]) => {
    const active = pathname === `/${path}` || pathname.startsWith(`/${path}/`) || (path === "traffic" && pathname.startsWith("/requests/"));
    return (
      <NavItem key={path} isActive={active}>
        <Link to={`/${path}`} aria-current={active ? "page" : undefined}>
          {t(text)}
        </Link>
      </NavItem>
    );
  };
  return (
    <Nav aria-label={t("frame.navigation")}>
      <NavList>{MAIN.map(item)}</NavList>
      <NavGroup title={t("frame.operations")}>{OPERATIONS.map(item)}</NavGroup>
    </Nav>
  );
}

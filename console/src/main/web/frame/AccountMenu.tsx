import { Divider, Dropdown, DropdownGroup, DropdownItem, DropdownList, MenuToggle } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { write } from "../api/client";
import { forgetReasons } from "../forms/reasons";
import { forgetDrafts } from "../forms/useDraft";
import { useRoleName, useSession } from "../parts/session";
import { chooseLanguage, language, t } from "../texts";
import { chooseTheme, theme, type Theme } from "./theme";

const THEMES: Theme[] = ["system", "light", "dark"];

/** Who is logged in, with what concerns him alone: theme, language, logging out. */
export function AccountMenu() {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(theme());
  const { data } = useSession();
  const roleName = useRoleName();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const logOut = async () => {
    await write({ method: "DELETE", path: "/v1/session" }).catch(() => undefined);
    forgetDrafts();
    forgetReasons();
    queries.clear();
    window.location.assign(import.meta.env.BASE_URL);
  };
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: "right" }}
      toggle={(ref) => (
        <MenuToggle ref={ref} onClick={() => setOpen(!open)} isExpanded={open} className="weir-account">
          {data?.actor ?? t("frame.user")}
        </MenuToggle>
      )}
    >
      <DropdownGroup label={t("frame.role", { role: roleName })}>
        <DropdownList>
          {String(data?.role ?? "").toUpperCase() === "ADMIN" && <DropdownItem onClick={() => void navigate("/keys")}>{t("keys.title")}</DropdownItem>}
          <DropdownItem onClick={() => void logOut()}>{t("frame.logOut")}</DropdownItem>
        </DropdownList>
      </DropdownGroup>
      <Divider />
      <DropdownGroup label={t("frame.theme")}>
        <DropdownList>
          {THEMES.map((name) => (
            <DropdownItem
              key={name}
              isSelected={chosen === name}
              onClick={() => {
                chooseTheme(name);
                setChosen(name);
              }}
            >
              {t(`frame.${name}`)}
            </DropdownItem>
          ))}
        </DropdownList>
      </DropdownGroup>
      <Divider />
      <DropdownList>
        <DropdownItem lang={language === "en" ? "zh" : "en"} onClick={() => chooseLanguage(language === "en" ? "zh" : "en")}>
          {t("frame.language")}
        </DropdownItem>
      </DropdownList>
    </Dropdown>
  );
}

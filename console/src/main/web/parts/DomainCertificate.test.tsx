import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, test } from "vitest";
import type { Domain } from "../api/types";
import { DomainCertificate } from "./DomainCertificate";

const shown = (domain: Partial<Domain>) => {
  const { container, unmount } = render(<MemoryRouter><DomainCertificate domain={domain as Domain} none="the default one" /></MemoryRouter>);
  const text = container.textContent;
  unmount();
  return text?.trim();
};

test("the state of a certificate is told in words, if anybody says it", () => {
  expect(shown({ certificate: "shop", certificateState: "PRESENT" })).toBe("shop present");
  expect(shown({ certificate: "shop", certificateState: "MISSING" })).toBe("shop missing on a replica");
  expect(shown({ certificate: "shop", certificateState: "EXPIRED" })).toBe("shop expired");
  expect(shown({ certificate: "shop" })).toBe("shop");
  expect(shown({})).toBe("the default one");
});

test("it leads to what the replicas say of it", () => {
  render(<MemoryRouter><DomainCertificate domain={{ certificate: "shop.example" } as Domain} none="" /></MemoryRouter>);
  expect(screen.getByRole("link").getAttribute("href")).toBe("/data-plane/certificates?q=shop.example");
});

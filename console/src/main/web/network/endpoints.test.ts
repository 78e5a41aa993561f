import { expect, test } from "vitest";
import { addressesOf, placeOf } from "./endpoints";

test("an endpoint is told by its URL, or by host and path where there is none", () => {
  expect(placeOf({ host: "shop.example", path: "/", url: "https://shop.example/" })).toBe("https://shop.example/");
  expect(placeOf({ host: "shop.example", path: "/" })).toBe("shop.example");
  expect(placeOf({ host: "pets.*", path: "/test" })).toBe("pets.*/test");
});

test("each address is told once; the past has none", () => {
  expect(addressesOf([{ addresses: ["b:8000", "a:8000"] }, { addresses: ["a:8000"] }, {}])).toEqual(["a:8000", "b:8000"]);
  expect(addressesOf([{}, {}])).toEqual([]);
});

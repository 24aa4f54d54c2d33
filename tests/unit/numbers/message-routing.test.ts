import { expect, it } from "vitest";
import { type MessageRoute, type RoutableOrder, routeMessage } from "@/lib/domain/numbers/message-routing";

const order = (orderId: string, serviceId: string): RoutableOrder => ({ orderId, serviceId });
const wa = order("1", "wa");
const tg = order("2", "tg");

it.each<[string, string[], RoutableOrder[], RoutableOrder[], MessageRoute]>([
  ["its service's order", ["wa"], [tg, wa], [], { kind: "deliver", orderId: "1" }],
  ["the first that it names and that is live", ["ig", "tg"], [tg, wa], [], { kind: "deliver", orderId: "2" }],
  ["the only one when it names none", [], [wa], [tg], { kind: "deliver", orderId: "1" }],
  ["nobody when it names none of two", [], [wa, tg], [], { kind: "unclaimed" }],
  ["the only one as foreign", ["tg"], [wa], [], { kind: "foreign", orderId: "1" }],
  [
    "the ended order of its service rather than a foreign one",
    ["tg"],
    [wa],
    [tg],
    { kind: "late", orderId: "2" },
  ],
  ["nobody when two are live and it is a third's", ["ig"], [wa, tg], [], { kind: "unclaimed" }],
  ["the last that ended when nothing is live", [], [], [tg, wa], { kind: "late", orderId: "2" }],
  ["nobody when a third's order ended", ["ig"], [], [tg], { kind: "unclaimed" }],
  ["nobody at all", [], [], [], { kind: "unclaimed" }],
])("an SMS goes to %s", (_, named, live, ended, route) => {
  expect(routeMessage(named, live, ended)).toEqual(route);
});

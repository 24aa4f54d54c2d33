import { expect, it } from "vitest";
import { pageReads } from "@/components/layout/page-reads";

function counted() {
  let begun = 0;
  const reads = pageReads(() => {
    begun += 1;
  });
  return { reads, begun: () => begun };
}

it("lets a slow read come to its end, however often the time ticks", () => {
  const { reads, begun } = counted();
  reads.tick();
  reads.tick();
  reads.tick();
  expect(begun()).toBe(1);
  reads.ended();
  expect(begun()).toBe(1);
  reads.tick();
  expect(begun()).toBe(2);
});

it("reads once more for what was told while it read, whatever the number of words", () => {
  const { reads, begun } = counted();
  reads.tell();
  reads.tell();
  reads.tell();
  expect(begun()).toBe(1);
  reads.ended();
  expect(begun()).toBe(2);
  reads.ended();
  expect(begun()).toBe(2);
});

import { digits, pick } from "../random";

interface SimulatedCountry {
  name: string;
  operators: string[];
  language: "en" | "pt" | "id";
  number(random: () => number): string;
}

/** By the protocol's country id. Numbers have a real form; in the USA and Britain they come from the ranges kept for fiction. */
export const COUNTRIES: Record<string, SimulatedCountry> = {
  "73": {
    name: "Brazil",
    operators: ["vivo", "claro", "tim"],
    language: "pt",
    number: (random) => `55${pick(random, ["11", "21", "31", "41", "51"])}9${digits(random, 8)}`,
  },
  "187": {
    name: "USA",
    operators: ["tmobile", "att", "verizon"],
    language: "en",
    number: (random) =>
      `1${pick(random, ["212", "312", "415", "646", "702"])}555${pick(random, ["01"])}${digits(random, 2)}`,
  },
  "16": {
    name: "United Kingdom",
    operators: ["three", "o2", "giffgaff"],
    language: "en",
    number: (random) => `447700900${digits(random, 3)}`,
  },
  "6": {
    name: "Indonesia",
    operators: ["telkomsel", "indosat", "axis"],
    language: "id",
    number: (random) => `62${pick(random, ["812", "813", "857", "896"])}${digits(random, 8)}`,
  },
};

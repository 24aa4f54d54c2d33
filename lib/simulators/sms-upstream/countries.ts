import { type CountryCode, getExampleNumber } from "libphonenumber-js";
import examples from "libphonenumber-js/mobile/examples";
import { digits, pick } from "../random";
import { ASSORTMENT } from "./assortment";

interface SimulatedCountry {
  name: string;
  operators: string[];
  language: "en" | "pt" | "id" | "es";
  number(random: () => number): string;
}

const SPANISH = new Set(["MX", "CO", "AR", "CL", "PE", "EC", "VE", "BO", "PY", "UY", "ES"]);

/** How many of a number's last digits are drawn: enough for many numbers, and the form stays the country's. */
const DRAWN_DIGITS = 5;

/** A country without ranges of its own here: a mobile number of its form, its last digits drawn. */
function ordinary({ iso2, name, operators }: (typeof ASSORTMENT.countries)[number]): SimulatedCountry {
  const example = getExampleNumber(iso2 as CountryCode, examples)?.number.replace("+", "") ?? "";
  return {
    name,
    operators: operators.slice(0, 3),
    language: SPANISH.has(iso2) ? "es" : iso2 === "PT" ? "pt" : "en",
    number: (random) => `${example.slice(0, -DRAWN_DIGITS)}${digits(random, DRAWN_DIGITS)}`,
  };
}

/** Numbers have a real form; in the USA and Britain they come from the ranges kept for fiction. */
const STORIED: Record<string, SimulatedCountry> = {
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

/** By the protocol's country id. */
export const COUNTRIES: Record<string, SimulatedCountry> = {
  ...Object.fromEntries(ASSORTMENT.countries.map((country) => [country.id, ordinary(country)])),
  ...STORIED,
};

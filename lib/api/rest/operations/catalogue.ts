import { operation } from "../operation";
import {
  countriesQuery,
  countryList,
  operatorList,
  operatorsQuery,
  priceList,
  pricesQuery,
  serviceList,
  servicesQuery,
} from "../schemas/catalogue";
import { one, usd } from "./sample";

export const listServices = operation({
  id: "listServices",
  method: "get",
  path: "/services",
  tag: "Catalogue",
  summary: "List services",
  description: "What numbers can be rented for, the most ordered first.",
  scope: null,
  query: servicesQuery,
  answer: serviceList,
  status: 200,
  refusals: [],
  example: {
    query: { limit: "1" },
    answer: one({
      slug: "whatsapp",
      code: "wa",
      name: "WhatsApp",
      category: "messenger",
      fromPrice: usd("0.20"),
    }),
  },
});

export const listCountries = operation({
  id: "listCountries",
  method: "get",
  path: "/countries",
  tag: "Catalogue",
  summary: "List countries",
  description: "Where numbers are sold, by name.",
  scope: null,
  query: countriesQuery,
  answer: countryList,
  status: 200,
  refusals: [],
  example: { answer: one({ iso2: "BR", name: "Brazil", phoneCode: "55" }) },
});

export const listOperators = operation({
  id: "listOperators",
  method: "get",
  path: "/operators",
  tag: "Catalogue",
  summary: "List mobile operators",
  description: "The operators of a country by which numbers can be had now.",
  scope: null,
  query: operatorsQuery,
  answer: operatorList,
  status: 200,
  refusals: [],
  example: { query: { country: "BR" }, answer: one({ code: "claro", name: "Claro" }) },
});

export const listPrices = operation({
  id: "listPrices",
  method: "get",
  path: "/prices",
  tag: "Catalogue",
  summary: "List prices",
  description:
    "What each service costs in each country, how many numbers there are, how often a code came and how long it took. Ordered by service and country; at most ten seconds old. For one service or country name it.",
  scope: null,
  query: pricesQuery,
  answer: priceList,
  status: 200,
  refusals: [],
  example: {
    query: { service: "whatsapp", country: "BR" },
    answer: one({
      service: { slug: "whatsapp", code: "wa", name: "WhatsApp" },
      country: { iso2: "BR", name: "Brazil" },
      price: usd("0.35"),
      stock: "many",
      successRate: 0.94,
      sampleSize: 412,
      medianWaitSeconds: 18,
    }),
  },
});

export const CATALOGUE_OPERATIONS = [listServices, listCountries, listOperators, listPrices];

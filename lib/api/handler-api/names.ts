import {
  type ProtocolCountry,
  type ProtocolNames,
  readProtocolNames,
} from "@/lib/domain/catalog/queries/protocol-names";
import type { OpenCall } from "./call";

const COUNTRY = /^\d{1,5}$/;

/** The number of the country that was asked for, else of the project's; null when neither names one that we know. */
export function countryOf({ get, key }: OpenCall, names: ProtocolNames): ProtocolCountry | null {
  const asked = get("country");
  if (asked !== undefined) return (COUNTRY.test(asked) && names.countries.get(Number(asked))) || null;
  const usual = key?.projectDefaults?.countryId ?? null;
  if (usual === null) return null;
  return [...names.countries.values()].find(({ id }) => id === usual) ?? null;
}

/** The code of the service that was asked for, else of the project's. */
export function serviceOf({ get, key }: OpenCall, names: ProtocolNames): string | null {
  const asked = get("service");
  if (asked !== undefined) return /^[A-Za-z0-9]{2,6}$/.test(asked) ? asked.toLowerCase() : null;
  const usual = key?.projectDefaults?.serviceId ?? null;
  if (usual === null) return null;
  return [...names.services.values()].find(({ id }) => id === usual)?.code ?? null;
}

export const namesOf = ({ deps }: OpenCall): Promise<ProtocolNames> => readProtocolNames(deps);

export type ProviderKind = "OWN_STOCK" | "SMS_ACTIVATE";

/** A provider as routing sees it for one service in one country. */
export interface ProviderCandidate {
  id: string;
  code: string;
  kind: ProviderKind;
  priority: number;
  isActive: boolean;
  /** Failed lately: nothing is bought here for a while. */
  isPaused: boolean;
  /** Numbers it has, or says it has. */
  stock: number;
  /** What one costs us; null for own stock. */
  costMicros: bigint | null;
}

/** What is needed to speak to a provider and to set an order's times. */
export interface ProviderTerms {
  id: string;
  code: string;
  kind: ProviderKind;
  baseUrl: string | null;
  credentials: Uint8Array | null;
  windowSeconds: number;
  cancelAfterSeconds: number;
}

/** Free: it can be rented for some service. Rented: somebody holds it. Used: nothing of it is left to rent. */
export type NumberState = "free" | "rented" | "used";

/** A supplier by its code and the name that staff gave it. */
export interface NamedProvider {
  code: string;
  name: string;
}

/** One of our own numbers in the list. */
export interface NumberListRow {
  id: string;
  e164: string;
  country: { id: string; iso2: string; name: string };
  operator: string | null;
  areaCode: string | null;
  isActive: boolean;
  state: NumberState;
  services: number;
  providers: NamedProvider[];
  /** Of the live order that ends last. */
  holder: {
    userId: string;
    username: string;
    orderId: string;
    orderNumber: number;
    expiresAt: string | null;
  } | null;
  lastUsedAt: string | null;
  createdAt: string;
}

/** One number for one service: what was sold and what may still be. */
export interface NumberServiceRow {
  id: string;
  service: { id: string; name: string; code: string };
  provider: NamedProvider;
  isAllowed: boolean;
  usedAt: string | null;
  lastHeldAt: string | null;
  isLive: boolean;
  orders: number;
  withCode: number;
  messages: number;
}

/** An order on a number; its codes stay masked. */
export interface NumberOrderRow {
  id: string;
  number: number;
  service: string;
  userId: string;
  username: string;
  status: string;
  hasCode: boolean;
  messages: number;
  startAt: string;
  endAt: string | null;
  expiresAt: string | null;
}

/** A file of numbers that was taken in. */
export interface NumberImportView {
  id: string;
  /** Empty where nobody said it. */
  fileName: string;
  provider: NamedProvider;
  by: { id: string; username: string } | null;
  rows: number;
  added: number;
  refused: number;
  createdAt: string;
}

/** Where the numbers of an import are: off the shelf, held by an order, once used for a service, or none of it. */
export interface ImportedNumbers {
  off: number;
  held: number;
  used: number;
  unused: number;
}

export interface NumberImportDetail extends NumberImportView {
  numbers: ImportedNumbers;
}

export interface NumberDetail extends NumberListRow {
  /** The file it came with. */
  import: { id: string; fileName: string } | null;
  updatedAt: string;
  perService: NumberServiceRow[];
  orders: NumberOrderRow[];
  messages: number;
}

/** What a row of an import file is. */
export type ImportProblem =
  | "invalid_number"
  | "wrong_country"
  | "unknown_country"
  | "unknown_operator"
  | "unknown_service"
  | "no_service"
  | "duplicate_in_file"
  | "already_there"
  | "formula"
  | "wrong_columns"
  | "too_long";

export interface ImportReport {
  total: number;
  valid: number;
  links: number;
  /** How many rows have each problem. */
  problems: Partial<Record<ImportProblem, number>>;
  /** The first rows with a problem. */
  examples: { line: number; number: string; problem: ImportProblem }[];
  /** How many were written; null in a dry run. */
  added: number | null;
}

/** A call to a supplier as it was kept: without keys, codes and texts. */
export interface ProviderCallView {
  id: string;
  action: string;
  request: string;
  response: string | null;
  outcome: string;
  durationMs: number;
  /** ISO, real time; of the newest, where it is one line for several. */
  at: string;
  /** When the first of them was. */
  since: string;
  /** How often the same was asked and answered in the same way, one after the other. */
  count: number;
  orderId: string | null;
}

/** What staff can do something about when a supplier fails. */
export type SupplierFault =
  | "keyRefused"
  | "moneyGone"
  | "accountBlocked"
  | "unreachable"
  | "late"
  | "garbled";

/** A provider with everything that staff may see of it; its key never leaves the row. */
export interface ProviderDetail {
  id: string;
  code: string;
  name: string;
  kind: ProviderKind;
  baseUrl: string | null;
  hasKey: boolean;
  priority: number;
  isActive: boolean;
  isSimulated: boolean;
  windowSeconds: number;
  cancelAfterSeconds: number;
  pollIntervalMs: number;
  version: number;
  state: "healthy" | "failing" | "paused" | "off";
  healthOkAt: string | null;
  healthFailedAt: string | null;
  healthError: string | null;
  healthFault: SupplierFault | null;
  consecutiveFailures: number;
  pausedUntil: string | null;
  polledAt: string | null;
  balance: string | null;
  balanceSeenAt: string | null;
  lowBalance: string | null;
  isBalanceLow: boolean;
  createdAt: string;
  updatedAt: string;
}

/** What a provider answered to a test; amounts are decimal strings. */
export interface ProviderTest {
  fault: SupplierFault | null;
  balance: { ms: number; amount: string | null; error: string | null };
  prices: {
    ms: number;
    offers: number;
    /** The service whose prices are told. */
    service: string | null;
    first: { country: number; cost: string; count: number }[];
    error: string | null;
  };
}

/** Made-up things that the examples of several operations speak of. */
export const SAMPLE_ID = {
  number: "0198c1f2-7a10-7c31-9a52-3f5be2a9d001",
  message: "0198c1f2-9b44-7e02-8d10-5a0c91f7d002",
  entry: "0198c1f0-1122-7aaa-8bbb-ccccdddd0003",
  invoice: "0198c1ee-4411-7d2e-b0a1-6f0f2a7c0004",
  plan: "0198b000-0001-7000-8000-000000000005",
  otherPlan: "0198b000-0002-7000-8000-000000000006",
  subscription: "0198c200-5c00-7b1b-8f21-9d54aa310007",
  place: "0198b000-0003-7000-8000-000000000008",
  config: "0198c200-5c01-7b1b-8f21-9d54aa310009",
  project: "0198a5d0-0c10-7f41-8a11-2b9d3c4e0010",
  key: "0198a5d0-0c11-7f41-8a11-2b9d3c4e0011",
  purchase: "0198c200-5c02-7b1b-8f21-9d54aa310012",
  webhook: "0198a5d0-0c12-7f41-8a11-2b9d3c4e0013",
  delivery: "0198a5d0-0c13-7f41-8a11-2b9d3c4e0014",
} as const;

export const usd = (amount: string) => ({ amount, currency: "USD" });

const NUMBER = {
  id: SAMPLE_ID.number,
  number: 48213,
  state: "waiting",
  service: { slug: "whatsapp", code: "wa", name: "WhatsApp" },
  country: { iso2: "BR", name: "Brazil", phoneCode: "55" },
  phone: "+5521987654321",
  price: usd("0.35"),
  refunded: null,
  code: null,
  messages: [] as Record<string, unknown>[],
  createdAt: "2026-11-21T12:00:00.000Z",
  activatedAt: "2026-11-21T12:00:01.000Z",
  cancelableAt: "2026-11-21T12:02:00.000Z",
  expiresAt: "2026-11-21T12:20:00.000Z",
  endedAt: null as string | null,
  can: { cancel: false, finish: false, requestAnother: false, reportUsed: false },
  isSandbox: false,
};

export const SAMPLE_MESSAGE = {
  id: SAMPLE_ID.message,
  from: "WhatsApp",
  text: "Your WhatsApp code is 481-516",
  code: "481516",
  receivedAt: "2026-11-21T12:00:21.000Z",
  isForeign: false,
};

export const WAITING_NUMBER = NUMBER;

export const NUMBER_WITH_CODE = {
  ...NUMBER,
  state: "code_received",
  code: "481516",
  messages: [SAMPLE_MESSAGE],
  can: { cancel: false, finish: true, requestAnother: true, reportUsed: false },
};

export const ended = (state: string) => ({
  ...NUMBER,
  state,
  endedAt: "2026-11-21T12:03:00.000Z",
});

export const one = (item: Record<string, unknown>) => ({ data: [item], nextCursor: null });

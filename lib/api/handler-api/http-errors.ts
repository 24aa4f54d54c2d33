export interface HttpError {
  status: number;
  /** HeroSMS' word where it is another than SMS-Activate's. */
  title?: string;
  details: string;
  /** The parameter that was wrong; with it the error says "code" too. */
  field?: string;
}

const wrong = (field: string, details: string): HttpError => ({
  status: 422,
  title: "UNPROCESSABLE_ENTITY",
  details,
  field,
});

/** Every error word of the protocol that we say, with HeroSMS' form of it (status, title, details). */
export const HTTP_ERRORS = {
  NO_KEY: { status: 401, details: "The API key is missing" },
  BAD_KEY: { status: 401, details: "Unauthorized" },
  ACCOUNT_INACTIVE: { status: 403, details: "The account may not do this" },
  RATE_LIMIT: { status: 429, details: "Too many requests" },
  BAD_ACTION: { status: 404, details: "There is no such action" },
  ERROR_SQL: { status: 503, title: "SERVER_ERROR", details: "The server cannot answer just now" },
  NO_NUMBERS: { status: 404, details: "No numbers available" },
  NO_BALANCE: { status: 402, details: "Not enough money" },
  CHANNELS_LIMIT: { status: 403, details: "The account's limit is reached" },
  SERVICE_NOT_AVAILABLE: { status: 403, details: "This service is not offered" },
  WRONG_MAX_PRICE: { status: 400, details: "The price is higher than maxPrice" },
  ORDER_ALREADY_EXISTS: { status: 409, details: "There is an order with this orderId" },
  BAD_SERVICE: wrong("service", "The service is incorrect"),
  WRONG_SERVICE: wrong("service", "The service is incorrect"),
  BAD_COUNTRY: wrong("country", "The country is incorrect"),
  BAD_OPERATOR: wrong("operator", "The operator is incorrect"),
  WRONG_EXCEPTION_PHONE: wrong("phoneException", "The excluded prefixes are incorrect"),
  WRONG_ACTIVATION_ID: wrong("id", "The activation id is incorrect"),
  WRONG_DATE: wrong("start", "The dates are incorrect"),
  BAD_STATUS: { status: 400, details: "The status is incorrect" },
  OTP_RECEIVED: { status: 409, details: "A code was received" },
  ACTIVATION_NOT_ACTIVE: { status: 409, details: "The activation is not active" },
  EARLY_CANCEL_DENIED: { status: 409, details: "It is too early to cancel" },
  NO_ACTIVATION: { status: 404, title: "NOT_FOUND", details: "There is no such activation" },
  NO_ACTIVATIONS: { status: 404, details: "There are no activations" },
  OPERATORS_NOT_FOUND: { status: 404, details: "No operators found" },
  NOT_AVAILABLE: { status: 404, details: "Not available" },
  RENEW_ACTIVATION_NOT_AVAILABLE: { status: 409, details: "This number cannot be had again" },
  WRONG_ADDITIONAL_SERVICE: { status: 409, details: "This service cannot be added" },
  WRONG_SECURITY: { status: 409, details: "This activation takes no other service" },
  INVALID_ACTIVATION_ID: wrong("activationId", "The activation id is incorrect"),
  NO_CALL: { status: 409, details: "There is no call" },
  NUMBER_NOT_EXIST: { status: 404, details: "There is no such number" },
  OUT_OF_STOCK: { status: 404, details: "Nothing is on offer" },
  NO_ID_RENT: { status: 404, details: "There is no such rental" },
} as const satisfies Record<string, HttpError>;

export type ProtocolErrorCode = keyof typeof HTTP_ERRORS;

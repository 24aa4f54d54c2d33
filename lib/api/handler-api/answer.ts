import { HTTP_ERRORS, type HttpError, type ProtocolErrorCode } from "./http-errors";

/** What an action answers, before it is put in the words that the key asked for. */
export type Answer =
  | { kind: "text"; text: string }
  | { kind: "json"; value: object }
  /** HeroSMS' own actions answer 204 with nothing. */
  | { kind: "nothing" }
  | ErrorAnswer;

export interface ErrorAnswer {
  kind: "error";
  code: ProtocolErrorCode;
  /** After the code word: ":0.25". */
  suffix: string;
  /** Facts for HeroSMS' form of the error. */
  info: Record<string, string | number>;
  /** The rent family writes its errors as {"status":"error","message":...}. */
  isRent: boolean;
}

export interface Rendered {
  status: number;
  contentType: string | null;
  body: string;
}

const TEXT = "text/plain; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

export const text = (words: string): Answer => ({ kind: "text", text: words });
export const json = (value: object): Answer => ({ kind: "json", value });
export const NOTHING: Answer = { kind: "nothing" };

export function fail(
  code: ProtocolErrorCode,
  { suffix = "", info = {} }: Partial<Pick<ErrorAnswer, "suffix" | "info">> = {},
): ErrorAnswer {
  return { kind: "error", code, suffix, info, isRent: false };
}

export const failRent = (code: ProtocolErrorCode): ErrorAnswer => ({ ...fail(code), isRent: true });

function renderError({ code, suffix, info, isRent }: ErrorAnswer, isHttp: boolean): Rendered {
  if (isHttp) {
    const { status, title, details, field }: HttpError = HTTP_ERRORS[code];
    const facts = field ? { field, code, ...info } : info;
    return {
      status,
      contentType: JSON_TYPE,
      body: JSON.stringify({ title: title ?? code, details, info: facts }),
    };
  }
  if (isRent) {
    return { status: 200, contentType: JSON_TYPE, body: JSON.stringify({ status: "error", message: code }) };
  }
  return { status: 200, contentType: TEXT, body: `${code}${suffix}` };
}

/** The bytes of an answer: SMS-Activate's (200 always), or with `isHttp` HeroSMS' errors. */
export function render(answer: Answer, isHttp: boolean): Rendered {
  switch (answer.kind) {
    case "text":
      return { status: 200, contentType: TEXT, body: answer.text };
    case "json":
      return { status: 200, contentType: JSON_TYPE, body: JSON.stringify(answer.value) };
    case "nothing":
      return { status: 204, contentType: null, body: "" };
    case "error":
      return renderError(answer, isHttp);
  }
}

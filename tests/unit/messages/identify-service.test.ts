import { expect, it } from "vitest";
import { identifyServices } from "@/lib/domain/messages/identify-service";

const SERVICES = [
  { id: "wa", matchWords: ["whatsapp", "واتساپ"] },
  { id: "tg", matchWords: ["telegram"] },
  { id: "ig", matchWords: ["instagram"] },
  { id: "x", matchWords: [""] },
];

it.each([
  ["the text's service", "INFO", "Your WhatsApp code: 123-456", ["wa"]],
  ["the text before a wrong sender", "Telegram", "Your WhatsApp code: 123-456", ["wa"]],
  ["the sender when the text names none", "Telegram", "Login code: 12345", ["tg"]],
  ["several in the order of their mention", "", "Instagram (with WhatsApp): 123456", ["ig", "wa"]],
  ["any script and case", "", "کد واتساپ شما: ۱۲۳۴۵۶", ["wa"]],
  ["words beside Chinese", "", "【Telegram】验证码 12345", ["tg"]],
  ["nobody for part of a word", "", "telegrams 12345", []],
  ["nobody when it is not said", "+447700900123", "Your code is 123456", []],
])("names %s", (_, from, body, ids) => {
  expect(identifyServices(from, body, SERVICES)).toEqual(ids);
});

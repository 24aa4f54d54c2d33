import { type Refusal, refuse } from "@/lib/domain/kernel/result";
import { isCommonPassword } from "../common-passwords";
import {
  checkPasswordLength,
  isOwnName,
  PASSWORD_MAX_BYTES,
  PASSWORD_MIN_BYTES,
  type PasswordRefusal,
} from "../password";

/** May this be somebody's password? `names` are the person's own, which are no secret. */
export function refusePassword(password: string, names: (string | null)[]): Refusal<PasswordRefusal> | null {
  const length = checkPasswordLength(password);
  if (length === "password_too_short") return refuse(length, { min: PASSWORD_MIN_BYTES });
  if (length === "password_too_long") return refuse(length, { max: PASSWORD_MAX_BYTES });
  if (isCommonPassword(password) || isOwnName(password, names)) return refuse("password_too_common");
  return null;
}

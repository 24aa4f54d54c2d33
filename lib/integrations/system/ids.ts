import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import type { Ids } from "@/lib/domain/kernel/ids";

export const systemIds: Ids = {
  uuid: () => v7(),
  token: (bytes) => randomBytes(bytes).toString("base64url"),
};

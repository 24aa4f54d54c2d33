import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { SmsProviders } from "@/lib/domain/supply/ports";

/** Own stock needs no port: it is allocated in the database. */
export interface NumbersDeps extends KernelDeps {
  smsProviders: SmsProviders;
}

import type { Role } from "@/lib/domain/kernel/actor";

/** Known to everybody: these accounts exist only in demo mode. */
export const DEMO_PASSWORD = "patchbay-demo";

export interface DemoAccount {
  username: string;
  email: string;
  role: Role;
  displayName: string;
  verificationLevel: number;
}

export const DEMO_ACCOUNTS: DemoAccount[] = [
  {
    username: "customer",
    email: "customer@patchbay.test",
    role: "CUSTOMER",
    displayName: "Demo customer",
    verificationLevel: 1,
  },
  {
    username: "support",
    email: "support@patchbay.test",
    role: "SUPPORT",
    displayName: "Demo support",
    verificationLevel: 0,
  },
  {
    username: "admin",
    email: "admin@patchbay.test",
    role: "ADMIN",
    displayName: "Demo admin",
    verificationLevel: 0,
  },
];

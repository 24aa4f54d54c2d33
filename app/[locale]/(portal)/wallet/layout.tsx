import type { ReactNode } from "react";
import { SandboxNote } from "@/components/billing/sandbox-note";
import { paymentSandbox } from "@/lib/loaders/sandbox";

/** Everything about one's money says where it is not real. */
export default function WalletLayout({ children }: { children: ReactNode }) {
  const sandbox = paymentSandbox();
  return (
    <>
      {sandbox !== "none" && <SandboxNote sandbox={sandbox} />}
      {children}
    </>
  );
}

import type { PanelAccount, PanelProbeResult } from "@/lib/domain/vpn/types";

export interface ClientRow {
  username: string;
  isActive: boolean;
  uploadBytes: number;
  downloadBytes: number;
}

/** What both generations of the API have to do, in our words. */
export interface ThreeXUiDialect {
  probe(): Promise<PanelProbeResult>;
  put(account: PanelAccount): Promise<void>;
  remove(username: string): Promise<void>;
  list(): Promise<ClientRow[]>;
}

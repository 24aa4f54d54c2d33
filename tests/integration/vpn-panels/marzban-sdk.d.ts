/** The package publishes no types: these are the parts our test uses. */
declare module "marzban-sdk" {
  interface SdkUser {
    username: string;
    status: string;
    used_traffic: number;
    lifetime_used_traffic: number;
    data_limit: number;
    expire: number;
    links: string[];
    subscription_url: string;
    proxies: Record<string, { id?: string; password?: string; flow?: string }>;
  }

  export class MarzbanSDK {
    constructor(config: {
      baseUrl: string;
      username: string;
      password: string;
      retries?: number;
      authenticateOnInit?: boolean;
    });
    authorize(): Promise<void>;
    getAuthToken(): Promise<string>;
    readonly system: {
      getSystemStats(): Promise<{ version: string; total_user: number }>;
      getInbounds(): Promise<Record<string, { tag: string }[]>>;
    };
    readonly user: {
      addUser(user: object): Promise<SdkUser>;
      getUser(username: string): Promise<SdkUser>;
      modifyUser(username: string, change: object): Promise<SdkUser>;
      removeUser(username: string): Promise<unknown>;
      getUsers(offset?: number, limit?: number): Promise<{ users: SdkUser[]; total: number }>;
      resetUserDataUsage(username: string): Promise<SdkUser>;
      revokeUserSubscription(username: string): Promise<SdkUser>;
      getUserUsage(username: string): Promise<{ usages: { used_traffic: number }[] }>;
    };
  }
}

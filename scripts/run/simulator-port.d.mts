export function claimSimulatorPort(usual: number, folder?: string): Promise<number>;

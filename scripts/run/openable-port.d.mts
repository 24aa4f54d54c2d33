export function isOpenablePort(port: number): Promise<boolean>;

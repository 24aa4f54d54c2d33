/** Makes a data folder that belongs to this process; remove it with destroyPostgres. */
export function makeTestFolder(purpose: string): Promise<string>;

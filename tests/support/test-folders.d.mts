/** Makes a data folder that belongs to this process; remove it with destroyPostgres. */
export function makeTestFolder(purpose: string): Promise<string>;

/** Makes one for what need not outlive the machine: in its memory where there is room, else on the disk. */
export function makeMemoryFolder(purpose: string): Promise<string>;

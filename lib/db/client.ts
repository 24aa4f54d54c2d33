import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "./generated/client";

export type Db = PrismaClient;

/** A transaction that is already open. */
export type Tx = Prisma.TransactionClient;

export interface DatabaseOptions {
  url: string;
  poolSize: number;
}

/** Opens a pooled Prisma client. The caller keeps exactly one per process and closes it with $disconnect(). */
export function openDatabase({ url, poolSize }: DatabaseOptions): Db {
  const adapter = new PrismaPg({ connectionString: url, max: poolSize, idleTimeoutMillis: 30_000 });
  return new PrismaClient({ adapter });
}

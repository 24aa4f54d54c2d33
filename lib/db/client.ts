import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "./generated/client";

export type Db = PrismaClient;

/** A transaction that is already open. */
export type Tx = Prisma.TransactionClient;

export interface DatabaseOptions {
  url: string;
  poolSize: number;
}

/** More different statements than this are not remembered by the server: lists of many lengths would fill it. */
const MAX_NAMED_STATEMENTS = 400;

/** A name for each statement's text, so that the server parses and plans it once a connection. */
function nameStatements(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MAX_NAMED_STATEMENTS) return "";
    const name = `p${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/** Opens a pooled Prisma client. The caller keeps exactly one per process and closes it with $disconnect(). */
export function openDatabase({ url, poolSize }: DatabaseOptions): Db {
  const adapter = new PrismaPg(
    { connectionString: url, max: poolSize, idleTimeoutMillis: 30_000 },
    { statementNameGenerator: nameStatements() },
  );
  return new PrismaClient({ adapter });
}

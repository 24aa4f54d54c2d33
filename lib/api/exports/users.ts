import { eachUser } from "@/lib/domain/identity/queries/users";
import { USER_LIST } from "@/lib/table/definitions/users";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

export const usersExport: TableExport = {
  name: USER_LIST.name,
  least: "SUPPORT",
  columns: [
    "id",
    "username",
    "email",
    "display_name",
    "phone",
    "role",
    "status",
    "verification_level",
    "locale",
    "registered_at_utc",
    "last_login_at_utc",
  ],
  async *rows(deps, actor, asked) {
    const { search, filters, ...order } = readTableState(USER_LIST, asked);
    for await (const user of eachUser(deps, actor, { ...filters, search }, order)) {
      yield [
        user.id,
        user.username,
        user.email,
        user.displayName,
        user.phone,
        user.role,
        user.status,
        user.verificationLevel,
        user.locale,
        user.registeredAt,
        user.lastLoginAt,
      ];
    }
  },
};

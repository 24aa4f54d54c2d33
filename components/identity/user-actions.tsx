import { useTranslations } from "next-intl";
import type { UserDetail } from "@/lib/domain/identity/types";
import { UserAction } from "./user-action";

const LEVELS = [0, 1, 2, 3];
const ROLES = ["CUSTOMER", "SUPPORT", "ADMIN"] as const;

/** All that an admin can do to a person, but for their money. */
export function UserActions({ user }: { user: UserDetail }) {
  const t = useTranslations("users");
  const name = <bdi dir="ltr">{user.username}</bdi>;
  const whom = { userId: user.id };
  const title = (key: "suspend" | "reinstate" | "level" | "role" | "sessions" | "resend") =>
    t.rich(`act.${key}.title`, { name: () => name });
  return (
    <div className="flex flex-wrap gap-2">
      <UserAction
        kind="level"
        hidden={{ ...whom, from: String(user.verificationLevel) }}
        label={t("act.level.submit")}
        title={title("level")}
        consequence={t("act.level.text", { level: user.verificationLevel })}
        choice={{
          name: "level",
          label: t("columns.level"),
          // A raise is what is wanted nearly always; the highest can only be lowered.
          value: String(user.verificationLevel < 3 ? user.verificationLevel + 1 : 2),
          options: LEVELS.filter((level) => level !== user.verificationLevel).map((level) => ({
            value: String(level),
            label: t(`levels.${level as 0 | 1 | 2 | 3}`),
          })),
        }}
      />
      <UserAction
        kind="role"
        hidden={{ ...whom, from: user.role }}
        label={t("act.role.submit")}
        title={title("role")}
        consequence={t("act.role.text", { role: t(`roles.${user.role}`) })}
        choice={{
          name: "role",
          label: t("columns.role"),
          options: ROLES.filter((role) => role !== user.role).map((role) => ({
            value: role,
            label: t(`roles.${role}`),
          })),
        }}
      />
      {user.email && !user.emailVerifiedAt && (
        <UserAction
          kind="resend"
          hidden={whom}
          label={t("act.resend.submit")}
          title={title("resend")}
          consequence={t("act.resend.text")}
        />
      )}
      {user.sessions.some((session) => session.isLive) && (
        <UserAction
          kind="sessions"
          hidden={whom}
          label={t("act.sessions.submit")}
          title={title("sessions")}
          consequence={t("act.sessions.text")}
          danger
        />
      )}
      {user.status === "ACTIVE" ? (
        <UserAction
          // A key: what follows in the same place must not inherit an open dialog.
          key="suspend"
          kind="suspend"
          hidden={whom}
          label={t("act.suspend.submit")}
          title={title("suspend")}
          consequence={t("act.suspend.text")}
          variant="danger"
          danger
        />
      ) : (
        <UserAction
          key="reinstate"
          kind="reinstate"
          hidden={whom}
          label={t("act.reinstate.submit")}
          title={title("reinstate")}
          consequence={t("act.reinstate.text")}
        />
      )}
    </div>
  );
}

/** What belongs to the field in which the password is asked for once more. */
export const PASSWORD_REFUSALS = ["wrong_password", "password_needed"] as const;

-- AlterEnum
ALTER TYPE "IdentityTokenKind" ADD VALUE 'EMAIL_CHANGE';

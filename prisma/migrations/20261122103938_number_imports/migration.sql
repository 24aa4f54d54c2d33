-- AlterTable
ALTER TABLE "phone_numbers" ADD COLUMN     "import_id" UUID;

-- CreateTable
CREATE TABLE "number_imports" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "provider_id" UUID NOT NULL,
    "imported_by_id" UUID,
    "rows" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "number_imports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "number_imports_created_at_idx" ON "number_imports"("created_at" DESC);

-- CreateIndex
CREATE INDEX "phone_numbers_import_id_idx" ON "phone_numbers"("import_id");

-- AddForeignKey
ALTER TABLE "phone_numbers" ADD CONSTRAINT "phone_numbers_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "number_imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "number_imports" ADD CONSTRAINT "number_imports_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "number_imports" ADD CONSTRAINT "number_imports_imported_by_id_fkey" FOREIGN KEY ("imported_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "vpn_panels" ADD COLUMN     "address" TEXT;

-- AlterTable
ALTER TABLE "vpn_servers" ADD COLUMN     "verified_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "vpn_panels_address_key" ON "vpn_panels"("address");

-- Servers that were there before have been open.
UPDATE "vpn_servers" SET "verified_at" = "created_at";

-- Host in small letters, port, path without a slash at its end; of two that have the same the older one keeps it.
UPDATE "vpn_panels" p SET "address" = n.address FROM (
  SELECT id, address, row_number() OVER (PARTITION BY address ORDER BY created_at, id) AS rank FROM (
    SELECT id, created_at, lower(part[2]) || coalesce(part[3], CASE lower(part[1]) WHEN 'https' THEN ':443' ELSE ':80' END)
      || rtrim(coalesce(part[4], ''), '/') AS address
    FROM (SELECT id, created_at, regexp_match(url, '^([A-Za-z]+)://(?:[^/@]*@)?(\[[^]]*\]|[^/:?#]+)(:[0-9]+)?([^?#]*)') AS part FROM "vpn_panels") read
    WHERE part IS NOT NULL
  ) spelled
) n WHERE n.id = p.id AND n.rank = 1;

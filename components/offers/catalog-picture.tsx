import { Flag } from "@/components/layout/flag";
import { ServiceIcon } from "@/components/layout/service-icon";
import { apiRoutes } from "@/lib/routes";

function Uploaded({ kind, id, version }: { kind: "services" | "countries"; id: string; version: number }) {
  return (
    // biome-ignore lint/performance/noImgElement: a small picture with its own cache gains nothing from the image component
    <img
      src={apiRoutes.icon(kind, id, version)}
      alt=""
      width={32}
      height={32}
      className="size-8 shrink-0 rounded-control border border-line bg-white object-contain"
    />
  );
}

interface ServicePictureProps {
  service: { id: string; slug: string; name: string; version: number; hasIcon: boolean };
}

/** The icon that an admin uploaded, or the product's own tile. */
export function ServicePicture({ service }: ServicePictureProps) {
  if (service.hasIcon) return <Uploaded kind="services" id={service.id} version={service.version} />;
  return <ServiceIcon slug={service.slug} name={service.name} />;
}

interface CountryPictureProps {
  country: { id: string; iso2: string; version: number; hasFlag: boolean };
}

export function CountryPicture({ country }: CountryPictureProps) {
  if (country.hasFlag) return <Uploaded kind="countries" id={country.id} version={country.version} />;
  return <Flag iso2={country.iso2} />;
}

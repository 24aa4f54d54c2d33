import "server-only";
import { notFound } from "next/navigation";
import { getDeps } from "@/lib/deps";
import { customerScope } from "@/lib/domain/kernel/actor";
import { listProjects } from "@/lib/domain/projects/queries/own-projects";
import { getDelivery, listDeliveries } from "@/lib/domain/webhooks/queries/deliveries";
import { getEndpoint, listEndpoints } from "@/lib/domain/webhooks/queries/endpoints";
import { listFailingDeliveries, listStaffEndpoints } from "@/lib/domain/webhooks/queries/staff-endpoints";
import type { WebhookDeliveryStatus } from "@/lib/domain/webhooks/types";
import { STAFF_WEBHOOKS, WEBHOOK_DELIVERIES } from "@/lib/table/definitions/webhooks";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireCustomer, requireStaff } from "./session";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One's own endpoints. */
export async function loadEndpoints() {
  const { actor } = await requireCustomer();
  return listEndpoints(getDeps(), customerScope(actor));
}

/** The projects that a new endpoint can belong to. */
export async function loadEndpointProjects(): Promise<{ id: string; name: string }[]> {
  const { actor } = await requireCustomer();
  const projects = await listProjects(getDeps(), customerScope(actor));
  return projects.map(({ id, name }) => ({ id, name }));
}

/** One's own endpoint; there is no page for anybody else's. */
export async function loadEndpoint(id: string) {
  const { actor } = await requireCustomer();
  return (await getEndpoint(getDeps(), customerScope(actor), id)) ?? notFound();
}

/** What an endpoint was told, as the address asks for it, and the delivery that is looked into. */
export async function loadDeliveries(
  endpointId: string,
  asked: Record<string, string | string[] | undefined>,
) {
  const { actor } = await requireCustomer();
  const state = readTableState(WEBHOOK_DELIVERIES, asked as AskedParameters);
  const { status, event: eventType } = state.filters;
  const scope = customerScope(actor);
  const chosen = typeof asked.delivery === "string" && UUID.test(asked.delivery) ? asked.delivery : null;
  const [page, found] = await Promise.all([
    listDeliveries(getDeps(), scope, {
      endpointId,
      status: status as WebhookDeliveryStatus | undefined,
      eventType,
      page: state.page,
      pageSize: state.pageSize,
    }),
    chosen ? getDelivery(getDeps(), scope, chosen) : null,
  ]);
  return { state, page, inspected: found?.endpointId === endpointId ? found : null };
}

/** Everybody's endpoints as the address asks for them, and the messages of the last day that did not arrive. */
export async function loadStaffWebhooks(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const state = readTableState(STAFF_WEBHOOKS, asked);
  const deps = getDeps();
  const [page, failing] = await Promise.all([
    listStaffEndpoints(deps, actor, {
      search: state.search,
      state: state.filters.state,
      page: state.page,
      pageSize: state.pageSize,
    }),
    listFailingDeliveries(deps, actor),
  ]);
  return { state, page, failing };
}

import type {
  EventPage,
  GatewayMethod,
  GatewayMovement,
  GatewayPayment,
  GatewayRefund,
  GatewayResult,
  PaymentLookup,
  Period,
  RefundPayment,
  StartedPayment,
  StartPayment,
  WebhookRequest,
  WebhookVerdict,
} from "./types";

/** What every gateway can do, in our words. Adapters translate; nobody above them knows a gateway's own statuses. */
export interface PaymentGateway {
  readonly name: "stripe" | "mercadopago";
  /** Currencies it charges in here. */
  readonly currencies: readonly string[];
  readonly methods: readonly GatewayMethod[];
  startPayment(input: StartPayment): Promise<GatewayResult<StartedPayment>>;
  fetchPayment(lookup: PaymentLookup): Promise<GatewayResult<{ payment: GatewayPayment }>>;
  refund(input: RefundPayment): Promise<GatewayResult<{ refund: GatewayRefund }>>;
  verifyWebhook(request: WebhookRequest): WebhookVerdict;
  /** Every movement of the period, for reconciliation. */
  listMovements(period: Period): Promise<GatewayResult<{ movements: GatewayMovement[] }>>;
  /** What happened after the cursor, oldest first. Null begins where the gateway's memory does. */
  listEventsSince(cursor: string | null): Promise<GatewayResult<EventPage>>;
}

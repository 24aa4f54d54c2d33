import type { formats } from "./formats";
import type admin from "./messages/en/admin.json";
import type audit from "./messages/en/audit.json";
import type auth from "./messages/en/auth.json";
import type billing from "./messages/en/billing.json";
import type countries from "./messages/en/countries.json";
import type dashboard from "./messages/en/dashboard.json";
import type demo from "./messages/en/demo.json";
import type emails from "./messages/en/emails.json";
import type feedback from "./messages/en/feedback.json";
import type jobs from "./messages/en/jobs.json";
import type landing from "./messages/en/landing.json";
import type layout from "./messages/en/layout.json";
import type ledger from "./messages/en/ledger.json";
import type money from "./messages/en/money.json";
import type notifications from "./messages/en/notifications.json";
import type numbers from "./messages/en/numbers.json";
import type offers from "./messages/en/offers.json";
import type onboarding from "./messages/en/onboarding.json";
import type orders from "./messages/en/orders.json";
import type overview from "./messages/en/overview.json";
import type palette from "./messages/en/palette.json";
import type pricing from "./messages/en/pricing.json";
import type providers from "./messages/en/providers.json";
import type refusals from "./messages/en/refusals.json";
import type services from "./messages/en/services.json";
import type settings from "./messages/en/settings.json";
import type shopSettings from "./messages/en/shopSettings.json";
import type simulators from "./messages/en/simulators.json";
import type site from "./messages/en/site.json";
import type stock from "./messages/en/stock.json";
import type table from "./messages/en/table.json";
import type users from "./messages/en/users.json";
import type wallet from "./messages/en/wallet.json";
import type { routing } from "./routing";

/** English is the measure: a key that it lacks does not compile. */
declare module "next-intl" {
  interface AppConfig {
    Locale: (typeof routing.locales)[number];
    Formats: typeof formats;
    Messages: {
      stock: typeof stock;
      providers: typeof providers;
      orders: typeof orders;
      jobs: typeof jobs;
      offers: typeof offers;
      countries: typeof countries;
      services: typeof services;
      overview: typeof overview;
      admin: typeof admin;
      audit: typeof audit;
      auth: typeof auth;
      billing: typeof billing;
      dashboard: typeof dashboard;
      demo: typeof demo;
      emails: typeof emails;
      feedback: typeof feedback;
      landing: typeof landing;
      layout: typeof layout;
      ledger: typeof ledger;
      money: typeof money;
      notifications: typeof notifications;
      numbers: typeof numbers;
      onboarding: typeof onboarding;
      palette: typeof palette;
      pricing: typeof pricing;
      refusals: typeof refusals;
      settings: typeof settings;
      shopSettings: typeof shopSettings;
      simulators: typeof simulators;
      site: typeof site;
      table: typeof table;
      users: typeof users;
      wallet: typeof wallet;
    };
  }
}

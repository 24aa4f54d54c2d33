// What a page does in the browser before React takes it over. Half of what starts React and the router is started here:
// with components/layout/start-in-parts.tsx the other half is a task of its own, and a phone can answer a tap between them.
import "react-dom/client";
import "next/link";
import { registerWorker } from "@/components/layout/register-worker";
import { tellTimeZone } from "@/components/layout/tell-time-zone";

tellTimeZone();
registerWorker();

// What a page does in the browser before React takes it over. React and the router are started here, each in a task of its
// own, and Next starts the page in a third (components/layout/start-in-parts.tsx): a phone can answer a tap between them.
import "react-dom/client";
import { registerWorker } from "@/components/layout/register-worker";
import { tellTimeZone } from "@/components/layout/tell-time-zone";

// Timers of one delay fire in the order in which they were set, and Next's is set after this.
setTimeout(() => require("next/link"));

tellTimeZone();
registerWorker();

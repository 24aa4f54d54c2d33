/** The key under which the demo buys at the simulated upstream. It opens nothing else. */
export const SIMULATED_API_KEY = "simulated-upstream-key";

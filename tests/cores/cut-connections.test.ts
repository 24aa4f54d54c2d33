import { connect, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { AgentClient } from "@/lib/integrations/vpn-panels/node-agent/agent-client";
import { freePorts, Programs, succeeds } from "./programs";

const KEY = "key of the agent in the tests of cores";
/** The kernel has to be built for it, and only root may. */
const canCut = process.getuid?.() === 0 && succeeds("ss", ["-KHnt", "dst", "127.0.0.99"]);

test.runIf(canCut)(
  "the agent ends open connections of an address (may be skipped: no SOCK_DESTROY)",
  async () => {
    const programs = new Programs();
    onTestFinished(() => programs.stopAll());
    const [agentPort = 0] = await freePorts(1);
    const server = createServer((socket) => socket.on("error", () => undefined));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const listen = ["--listen", `127.0.0.1:${agentPort}`, "--cut-ports", String(port)];
    await programs.listening([process.execPath, "scripts/node-agent.mjs", ...listen], agentPort, {
      NODE_AGENT_KEY: KEY,
    });

    const ended = async (localAddress: string) => {
      const socket = connect({ host: "127.0.0.1", port, localAddress });
      const end = new Promise<string>((resolve) => socket.once("error", ({ message }) => resolve(message)));
      await new Promise((resolve) => socket.once("connect", resolve));
      return { socket, end };
    };
    const theirs = await ended("127.0.0.7");
    const other = await ended("127.0.0.8");
    const agent = new AgentClient(`http://127.0.0.1:${agentPort}`, KEY, {});
    const shape = z.object({ cut: z.number() });
    expect(await agent.call("POST", "/v1/cut", shape, { addresses: ["127.0.0.7"] })).toEqual({ cut: 1 });
    expect(await theirs.end).not.toBe("");
    expect(other.socket.destroyed).toBe(false);
    other.socket.destroy();
  },
);

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HELD_BACK, MINIMUM_VERSIONS } from "./minimum-versions";

interface LockedPackage {
  version?: string;
  resolved?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
}

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  /** For everybody, or for what one package asks for. */
  overrides?: Record<string, string | Record<string, string>>;
}

type Lock = Record<string, LockedPackage>;

const root = join(import.meta.dirname, "../..");
const manifest: Manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const lockText = readFileSync(join(root, "package-lock.json"), "utf8");
const lock: Lock = JSON.parse(lockText).packages;

/** "16.4.5" against "16.4.10": negative where the first is older. A pre-release counts as older than its release. */
function compareVersions(left: string, right: string): number {
  const parts = (version: string) => (version.split(/[-+]/)[0] ?? "").split(".").map(Number);
  const [a, b] = [parts(left), parts(right)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(right.includes("-")) - Number(left.includes("-"));
}

/** Every locked copy of a package, also the nested ones. */
function copiesOf(packages: Lock, name: string): { path: string; version: string }[] {
  return Object.entries(packages).flatMap(([path, { version }]) =>
    version && (path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
      ? [{ path, version }]
      : [],
  );
}

function tooOld(packages: Lock): string[] {
  return MINIMUM_VERSIONS.flatMap(({ name, atLeast, reason }) =>
    copiesOf(packages, name)
      .filter(({ version }) => compareVersions(version, atLeast) < 0)
      .map(({ path, version }) => `${path} is ${version}, older than ${atLeast}: ${reason}`),
  );
}

function tooNew(packages: Lock): string[] {
  return HELD_BACK.flatMap(({ name, below, reason }) =>
    copiesOf(packages, name)
      .filter(({ version }) => compareVersions(version, below) >= 0)
      .map(({ path, version }) => `${path} is ${version}, not below ${below}: ${reason}`),
  );
}

/** Optional dependencies (binaries of other platforms) that nobody can install from this lock: npm ci would fail there. */
function missingOptional(packages: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => {
        const folders =
          path === ""
            ? []
            : path
                .split("/node_modules/")
                .map((_, index, all) => all.slice(0, index + 1).join("/node_modules/"));
        const places = [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
        return !places.some((place) => place in packages);
      })
      .map((name) => `${path} names ${name}`),
  );
}

function inexact(versions: Record<string, string>): string[] {
  return Object.entries(versions)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name}@${version}`);
}

describe("dependencies", () => {
  it("are newer than what is known to be broken", () => {
    expect(tooOld(lock)).toEqual([]);
    expect(tooNew(lock)).toEqual([]);
    expect(tooOld({ "node_modules/next": { version: "16.4.4" } })).toHaveLength(1);
    expect(tooOld({ "node_modules/a/node_modules/react": { version: "19.2.0" } })).toHaveLength(1);
    expect(tooOld({ "node_modules/next": { version: "16.4.5-canary.1" } })).toHaveLength(1);
    expect(tooNew({ "node_modules/nodemailer": { version: "10.0.0" } })).toHaveLength(1);
  });

  it("are pinned exactly", () => {
    const overridden = Object.entries(manifest.overrides ?? {}).flatMap(([name, of]) =>
      typeof of === "string" ? [[name, of] as const] : Object.entries(of),
    );
    const named = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(inexact({ ...named, ...Object.fromEntries(overridden) })).toEqual([]);
    expect(inexact({ next: "^16.4.5", react: "19", zod: "latest", pg: "8.23.1" })).toHaveLength(3);
  });

  it("are locked as package.json names them", () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect([name, lock[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
  });

  it("are locked for every platform", () => {
    expect(missingOptional(lock)).toEqual([]);
    const binary = {
      "node_modules/a": { version: "1.0.0", optionalDependencies: { "@a/darwin-arm64": "1.0.0" } },
    };
    expect(missingOptional(binary)).toEqual(["node_modules/a names @a/darwin-arm64"]);
    expect(missingOptional({ ...binary, "node_modules/a/node_modules/@a/darwin-arm64": {} })).toEqual([]);
  });

  it("come from whatever registry the user has", () => {
    expect(Object.entries(lock).filter(([, { resolved }]) => resolved)).toEqual([]);
    expect(lockText).not.toMatch(/"https?:\/\/[^"]*\.tgz"/);
  });
});

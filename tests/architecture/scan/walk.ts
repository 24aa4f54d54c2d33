/** A node of the syntax tree (ESTree with TypeScript and JSX). */
export interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The field as a node, or null. */
export function child(node: Node | null | undefined, field: string): Node | null {
  const value = node?.[field];
  return isNode(value) ? value : null;
}

/** The field as a list of nodes; empty where it is none. */
export function children(node: Node | null | undefined, field: string): Node[] {
  const value = node?.[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The name of an identifier, private names and JSX names included; null for anything else. */
export function nameOf(node: Node | null): string | null {
  return node && typeof node.name === "string" ? node.name : null;
}

/** Visits each node once, parents first; `above` runs from the program down to the parent. */
export function walk(root: Node, visit: (node: Node, above: readonly Node[]) => void): void {
  const above: Node[] = [];
  function step(node: Node): void {
    visit(node, above);
    above.push(node);
    for (const [field, value] of Object.entries(node)) {
      if (field === "parent") continue;
      if (isNode(value)) step(value);
      else if (Array.isArray(value)) for (const item of value) if (isNode(item)) step(item);
    }
    above.pop();
  }
  step(root);
}

/** "deps.db.$queryRaw" for a chain of plain members, "?" for a part that is not one; null for other nodes. */
export function memberPath(node: Node | null): string | null {
  if (!node) return null;
  if (node.type === "ChainExpression") return memberPath(child(node, "expression"));
  if (node.type === "TSNonNullExpression") return memberPath(child(node, "expression"));
  if (node.type === "ThisExpression") return "this";
  if (node.type === "Identifier") return nameOf(node);
  if (node.type !== "MemberExpression") return null;
  const left = memberPath(child(node, "object")) ?? "?";
  const property = child(node, "property");
  return `${left}.${(node.computed ? stringOf(property) : nameOf(property)) ?? "?"}`;
}

/** The text of a string literal, or a template with "${}" for its holes; null for anything else. */
export function stringOf(node: Node | null): string | null {
  if (!node) return null;
  if (node.type === "JSXExpressionContainer") return stringOf(child(node, "expression"));
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateLiteral") return null;
  return children(node, "quasis")
    .map((part) => (part.value as { cooked?: string | null }).cooked ?? "")
    .join("${}");
}

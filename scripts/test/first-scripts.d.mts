export interface FirstScripts {
  route: string;
  files: number;
  bytes: number;
}
export function firstScripts(build: string): FirstScripts[];
export function checkFirstScripts(build: string): string;

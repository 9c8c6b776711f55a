/** What an answer may do that holds somebody's file: be looked at or saved, and nothing else. */
export const SANDBOX_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** The addresses, without their language, that files are handed out at. */
export function handsOutFiles(path: string): boolean {
  return /^\/(report\/files\/thumbnail|staff\/reports\/[^/]+\/files)\/./.test(path);
}

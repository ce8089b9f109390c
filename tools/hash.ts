import { createHash } from 'node:crypto'

/** JSON with sorted keys: equal values give equal text. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/** Identity of a call: the same tool with equal arguments has the same hash, whatever the key order. */
export const argsHash = (tool: string, args: unknown): string =>
  createHash('sha256').update(tool).update('\n').update(canonicalJson(args)).digest('base64url')

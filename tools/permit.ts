const SEAL = Symbol('permit')

/**
 * Proof that the policy allowed one call. `tools/execute` runs nothing without it, and only `guardrails/policy.ts` may
 * import `mint` (an import rule holds that), so no path to a write can skip the policy.
 */
export class Permit {
  readonly #tool: string
  readonly #argsHash: string | null
  readonly rules: readonly string[]

  constructor(seal: symbol, tool: string, argsHash: string | null, rules: readonly string[]) {
    if (seal !== SEAL) throw new Error('a permit is minted by the policy only')
    this.#tool = tool
    this.#argsHash = argsHash
    this.rules = rules
  }

  /** Whether this permit is for exactly this tool and, when it was given for exact arguments, for these. */
  covers(tool: string, argsHash: string): boolean {
    return this.#tool === tool && (this.#argsHash === null || this.#argsHash === argsHash)
  }
}

/** For `guardrails/policy.ts` alone. `argsHash` null: any arguments of that tool. */
export const mint = (tool: string, argsHash: string | null, rules: readonly string[]): Permit =>
  new Permit(SEAL, tool, argsHash, rules)

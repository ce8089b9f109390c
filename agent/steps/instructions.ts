import { type Instruction, readInstruction } from '../../guardrails/instructions.ts'
import { SYSTEM } from '../../prompts/index.ts'
import type { AgentDeps } from '../contract.ts'

/** The domains that these tools belong to: their rules are told to a model with them. */
export const domainsOf = (tools: readonly string[]): string[] => [
  ...new Set(tools.map((name) => name.slice(0, name.indexOf('_')))),
]

/** What a model with these tools is told and may not say. The texts are fixed, so each is read once. */
export const readInstructions = ({ domainPrompts }: Pick<AgentDeps, 'domainPrompts'>) => {
  const system = readInstruction(SYSTEM)
  const byDomain = new Map([...domainPrompts].map(([domain, text]) => [domain, readInstruction(text)]))
  return (tools: readonly string[]): Instruction[] => [
    system,
    ...domainsOf(tools).flatMap((domain) => byDomain.get(domain) ?? []),
  ]
}

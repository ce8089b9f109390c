import { z } from 'zod'
import { AppError } from '../core/errors.ts'
import type { Ctx, DayPart, SafetyFact, Tool } from './contract.ts'

/** What a room brings to the registry; a `Domain` is one. */
export interface Provider {
  id: string
  tools: Tool[]
  uses: string[]
  safety?(ctx: Ctx): Promise<SafetyFact[]>
  day?(ctx: Ctx, date: string): Promise<DayPart[]>
}

/** A tool as models, HTTP, OpenAPI and MCP see it; schemas are compiled once, at start. */
export interface Entry {
  tool: Tool
  domain: string
  uses: readonly string[]
  inputSchema: Record<string, unknown>
  outputSchema: Record<string, unknown>
  /** The tool in OpenAI function format, for `bindTools`. */
  definition: { type: 'function'; function: { name: string; description: string; parameters: Record<string, unknown> } }
}

export interface Registry {
  entries: ReadonlyMap<string, Entry>
  /** The entry of a tool; throws `not_found`. */
  get(name: string): Entry
  safety(ctx: Ctx): Promise<SafetyFact[]>
  day(ctx: Ctx, date: string): Promise<DayPart[]>
}

const jsonSchema = (type: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return schema
}

/** Joins all rooms' tools. Throws when two tools share a name or a name does not start with its room. */
export const createRegistry = (providers: readonly Provider[]): Registry => {
  const entries = new Map<string, Entry>()
  for (const provider of providers) {
    for (const tool of provider.tools) {
      if (!tool.name.startsWith(`${provider.id}_`)) throw new Error(`${tool.name} does not belong to ${provider.id}`)
      if (entries.has(tool.name)) throw new Error(`two tools are called ${tool.name}`)
      const inputSchema = jsonSchema(tool.input, 'input')
      entries.set(tool.name, {
        tool,
        domain: provider.id,
        uses: provider.uses,
        inputSchema,
        outputSchema: jsonSchema(tool.output, 'output'),
        definition: {
          type: 'function',
          function: { name: tool.name, description: tool.description, parameters: inputSchema },
        },
      })
    }
  }
  return {
    entries,
    get(name) {
      const entry = entries.get(name)
      if (!entry) throw new AppError('not_found', 'tools.unknown', { name: name.slice(0, 80) })
      return entry
    },
    async safety(ctx) {
      const facts: SafetyFact[] = []
      for (const provider of providers) if (provider.safety) facts.push(...(await provider.safety(ctx)))
      return facts
    },
    async day(ctx, date) {
      const parts: DayPart[] = []
      for (const provider of providers) if (provider.day) parts.push(...(await provider.day(ctx, date)))
      return parts
    },
  }
}

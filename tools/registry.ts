import { z } from 'zod'
import { AppError } from '../core/errors.ts'
import type { Ctx, DayPart, FoundRow, SafetyFact, Tool } from './contract.ts'
import { dayPart } from './day.ts'
import type { Importer } from './imports/contract.ts'
import { importTool } from './imports/tool.ts'

/** What a room brings to the registry; a `Domain` is one. */
export interface Provider {
  id: string
  tools: Tool[]
  uses: string[]
  safety?(ctx: Ctx): Promise<SafetyFact[]>
  day?(ctx: Ctx, date: string): Promise<DayPart[]>
  imports?: Record<string, Importer>
  find?(ctx: Ctx, id: string): Promise<FoundRow | null>
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
  /** The entry of a tool, also of one that ends an import; throws `not_found`. */
  get(name: string): Entry
  /** What takes in files, by kind. */
  imports: ReadonlyMap<string, ImportEntry>
  /** Throws `not_found`. */
  importer(kind: string): ImportEntry
  safety(ctx: Ctx): Promise<SafetyFact[]>
  day(ctx: Ctx, date: string): Promise<DayPart[]>
  /** A row of the domain that owns `tool`; null when there is none or its rows have no versions. */
  find(ctx: Ctx, tool: string, id: string): Promise<FoundRow | null>
}

export interface ImportEntry {
  importer: Importer
  tool: Tool
}

const jsonSchema = (type: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return schema
}

const entryOf = (tool: Tool, provider: Provider): Entry => {
  const inputSchema = jsonSchema(tool.input, 'input')
  return {
    tool,
    domain: provider.id,
    uses: provider.uses,
    inputSchema,
    outputSchema: jsonSchema(tool.output, 'output'),
    definition: {
      type: 'function',
      function: { name: tool.name, description: tool.description, parameters: inputSchema },
    },
  }
}

/** Joins all rooms' tools. Throws when two tools share a name or a name does not start with its room. */
export const createRegistry = (providers: readonly Provider[]): Registry => {
  const entries = new Map<string, Entry>()
  const imports = new Map<string, ImportEntry>()
  /** Tools that nobody but this process calls. */
  const inner = new Map<string, Entry>()
  for (const provider of providers) {
    for (const [kind, importer] of Object.entries(provider.imports ?? {})) {
      if (imports.has(kind)) throw new Error(`two domains import ${kind}`)
      const tool = importTool(provider.id, kind, importer)
      imports.set(kind, { importer, tool })
      inner.set(tool.name, entryOf(tool, provider))
    }
    for (const tool of provider.tools) {
      if (!tool.name.startsWith(`${provider.id}_`)) throw new Error(`${tool.name} does not belong to ${provider.id}`)
      if (entries.has(tool.name)) throw new Error(`two tools are called ${tool.name}`)
      entries.set(tool.name, entryOf(tool, provider))
    }
  }
  return {
    entries,
    imports,
    importer(kind) {
      const found = imports.get(kind)
      if (!found) throw new AppError('not_found', 'tools.import_kind', { kind: kind.slice(0, 80) })
      return found
    },
    get(name) {
      const entry = entries.get(name) ?? inner.get(name)
      if (!entry) throw new AppError('not_found', 'tools.unknown', { name: name.slice(0, 80) })
      return entry
    },
    async find(ctx, tool, id) {
      const owner = providers.find((provider) => provider.id === this.get(tool).domain)
      return (await owner?.find?.(ctx, id)) ?? null
    },
    async safety(ctx) {
      const facts: SafetyFact[] = []
      for (const provider of providers) if (provider.safety) facts.push(...(await provider.safety(ctx)))
      return facts
    },
    async day(ctx, date) {
      const parts: DayPart[] = []
      for (const provider of providers)
        for (const part of (await provider.day?.(ctx, date)) ?? []) parts.push(dayPart.parse(part))
      return parts
    },
  }
}

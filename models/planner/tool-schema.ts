import { asRecord } from './conversation.ts'
import type { Property, ToolSchema } from './types.ts'

const propertyOf = (schema: unknown): Property => {
  const given = asRecord(schema)
  // An optional or nullable field arrives as anyOf; its first typed branch says what to fill.
  const branches = Array.isArray(given['anyOf']) ? given['anyOf'].map(asRecord) : []
  const typed = given['type'] === undefined ? (branches.find((branch) => branch['type'] !== 'null') ?? given) : given
  const property: Property = {}
  if (typeof typed['type'] === 'string') property.type = typed['type']
  if (typeof typed['format'] === 'string') property.format = typed['format']
  if (Array.isArray(typed['enum'])) property.enum = typed['enum']
  if (typeof typed['maximum'] === 'number') property.maximum = typed['maximum']
  return property
}

/** Properties of an object schema; those of every branch when the input is one of several shapes. */
const fieldsOf = (schema: Record<string, unknown>): { properties: Record<string, Property>; required: string[] } => {
  const properties: Record<string, Property> = {}
  const own = asRecord(schema['properties'])
  for (const [name, property] of Object.entries(own)) properties[name] = propertyOf(property)
  const required = Array.isArray(schema['required'])
    ? schema['required'].filter((name) => typeof name === 'string')
    : []
  for (const key of ['anyOf', 'oneOf', 'allOf']) {
    const branches = schema[key]
    if (!Array.isArray(branches)) continue
    for (const branch of branches) {
      const inner = fieldsOf(asRecord(branch))
      for (const [name, property] of Object.entries(inner.properties)) properties[name] ??= property
      if (key === 'allOf') required.push(...inner.required)
    }
  }
  return { properties, required }
}

/** A tool as bound to a chat model: `{type: 'function', function: {name, description, parameters}}`. Null when it is not one. */
export const toolSchemaOf = (bound: unknown): ToolSchema | null => {
  const spec = asRecord(asRecord(bound)['function'])
  if (typeof spec['name'] !== 'string') return null
  const { properties, required } = fieldsOf(asRecord(spec['parameters']))
  const description = typeof spec['description'] === 'string' ? spec['description'] : ''
  return { name: spec['name'], description, properties, required: new Set(required) }
}

const singular = (noun: string): string => noun.replace(/ies$/u, 'y').replace(/s$/u, '')

/** The bound tools by name, and how they belong together. */
export class Toolbox {
  readonly #tools: ReadonlyMap<string, ToolSchema>
  readonly names: readonly string[]

  constructor(tools: readonly ToolSchema[]) {
    this.#tools = new Map(tools.map((tool) => [tool.name, tool]))
    this.names = tools.map((tool) => tool.name)
  }

  get(name: string): ToolSchema | undefined {
    return this.#tools.get(name)
  }

  has(name: string): boolean {
    return this.#tools.has(name)
  }

  takes(name: string, property: string): boolean {
    return this.#tools.get(name)?.properties[property] !== undefined
  }

  /** Whether a tool changes a row that must be named by `id`. */
  needsRow(name: string): boolean {
    const tool = this.#tools.get(name)
    if (!tool?.properties['id']) return false
    return tool.required.has('id') || tool.properties['query'] !== undefined
  }

  /**
   * The list that shows the rows `name` works on: of those of its domain the one that shares most words with it
   * (`finance_mark_bill_paid`, `finance_list_bills`), else the domain's own noun, else its first list.
   */
  listFor(name: string): string | undefined {
    const [domain = '', ...own] = name.split('_')
    const wanted = new Set(own.map(singular))
    const lists = this.names.filter((other) => other.startsWith(`${domain}_list_`))
    const shown = [...lists, ...this.names.filter((other) => other.startsWith(`${domain}_get_`))]
    const shared = (list: string): number =>
      list
        .split('_')
        .slice(2)
        .map(singular)
        .filter((word) => wanted.has(word)).length
    const most = Math.max(0, ...shown.map(shared))
    if (most > 0) return shown.find((list) => shared(list) === most)
    return lists.find((list) => list === `${domain}_list_${domain}`) ?? lists[0]
  }
}

export const domainOf = (tool: string): string => tool.split('_')[0] ?? ''

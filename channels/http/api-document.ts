import { z } from 'zod'
import type { Registry } from '../../tools/registry.ts'
import { ROUTES, type Route } from './api-routes.ts'
import * as wire from './wire.ts'

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return schema
}

const json = (schema: unknown) => ({ 'application/json': { schema } })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const PROBLEM = { description: 'What is wrong', content: { 'application/problem+json': { schema: ref('Problem') } } }

export interface Operation {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  security?: []
  parameters?: { name: string; in: string; required: boolean; description?: string; schema: unknown }[]
  requestBody?: { required: boolean; content: Record<string, { schema: unknown }> }
  responses: Record<string, unknown>
}
export interface ApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  tags: { name: string }[]
  security: Record<string, string[]>[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> }
}

const bodyOf = (route: Route, body: z.ZodType): Record<string, { schema: unknown }> => {
  const schema = schemaOf(body, 'input')
  return route.multipart ? { 'multipart/form-data': { schema } } : json(schema)
}

const parametersOf = (route: Route): NonNullable<Operation['parameters']> => {
  const path = [...route.path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...(name === 'id' ? { format: 'uuid' } : {}) },
  }))
  const query = Object.entries(route.query?.shape ?? {}).map(([name, type]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(type as z.ZodType, 'input'),
  }))
  const headers = Object.entries(route.headers ?? {}).map(([name, description]) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  }))
  return [...path, ...query, ...headers]
}

const operationOf = (route: Route): Operation => {
  const parameters = parametersOf(route)
  const status = String(route.status ?? 200)
  const answer = route.answer === wire.turnResult ? ref('TurnResult') : route.answer && schemaOf(route.answer, 'output')
  const content = answer && {
    ...json(answer),
    ...(route.streams ? { 'text/event-stream': { schema: { type: 'string' } } } : {}),
  }
  return {
    operationId: `${route.method}${route.path.replaceAll(/[^A-Za-z0-9]+/gu, '_')}`.replace(/_$/u, ''),
    tags: [route.group],
    summary: route.summary,
    ...(route.open ? { security: [] as [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body ? { requestBody: { required: true, content: bodyOf(route, route.body) } } : {}),
    responses: { [status]: { description: 'Done', ...(content ? { content } : {}) }, default: PROBLEM },
  }
}

/** The whole interface: the routes above and one operation for each tool. */
export const describeApi = (registry: Registry): ApiDocument => {
  const paths: ApiDocument['paths'] = {}
  for (const route of ROUTES) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) }
  for (const { tool, domain, inputSchema, outputSchema } of registry.entries.values()) {
    const answer = {
      type: 'object',
      properties: {
        output: outputSchema,
        said: { type: 'string' },
        safety: schemaOf(wire.turnResult.shape.safety, 'output'),
      },
      required: ['output'],
    }
    paths[`/v1/tools/${tool.name}`] = {
      post: {
        operationId: tool.name,
        tags: [`Tools: ${domain}`],
        summary: tool.title,
        description: `${tool.description}\n\nRisk: ${tool.risk}.`,
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            description: 'A repeated call with the same key returns the first answer.',
            schema: { type: 'string', minLength: 1, maxLength: 200 },
          },
        ],
        requestBody: { required: true, content: json(inputSchema) },
        responses: { 200: { description: 'Done', content: json(answer) }, default: PROBLEM },
      },
    }
  }
  const tags = [...new Set(Object.values(paths).flatMap((path) => Object.values(path).flatMap((one) => one.tags)))]
  return {
    openapi: '3.1.0',
    info: {
      title: 'Zelenial',
      version: '1',
      description:
        'An assistant for money, calendar, tasks, reminders, health, home, nutrition and workouts. Money is an integer in minor units, instants are RFC 3339.',
    },
    tags: tags.map((name) => ({ name })),
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas: { Problem: schemaOf(wire.problem, 'output'), TurnResult: schemaOf(wire.turnResult, 'output') },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  }
}

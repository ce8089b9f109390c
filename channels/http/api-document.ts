import { z } from 'zod'
import {
  accessTokenInput,
  loginInput,
  profileSchema,
  refreshInput,
  registerInput,
  updateProfileInput,
} from '../../domains/account/schema.ts'
import type { Registry } from '../../tools/registry.ts'
import { completionBody } from './completions.ts'
import * as wire from './wire.ts'

interface Route {
  method: 'get' | 'post' | 'patch' | 'delete'
  path: string
  group: string
  summary: string
  body?: z.ZodType
  query?: z.ZodObject
  answer?: z.ZodType
  /** 200 unless said; 204 has no body. */
  status?: 200 | 201 | 204
  /** No bearer token needed. */
  open?: true
  /** Answers with server-sent events when the client accepts them. */
  streams?: true
  headers?: Record<string, string>
}

const free = z.record(z.string(), z.unknown())

const ROUTES: readonly Route[] = [
  {
    method: 'post',
    path: '/v1/auth/register',
    group: 'Account',
    summary: 'Sign up',
    body: registerInput,
    answer: wire.signedInAnswer,
    status: 201,
    open: true,
  },
  {
    method: 'post',
    path: '/v1/auth/login',
    group: 'Account',
    summary: 'Sign in',
    body: loginInput,
    answer: wire.signedInAnswer,
    open: true,
  },
  {
    method: 'post',
    path: '/v1/auth/refresh',
    group: 'Account',
    summary: 'A new pair of tokens for a refresh token, which is then spent',
    body: refreshInput,
    answer: wire.signedInAnswer,
    open: true,
  },
  {
    method: 'post',
    path: '/v1/auth/logout',
    group: 'Account',
    summary: 'End a sign-in',
    body: refreshInput,
    status: 204,
    open: true,
  },
  { method: 'get', path: '/v1/me', group: 'Account', summary: 'The profile', answer: profileSchema },
  {
    method: 'patch',
    path: '/v1/me',
    group: 'Account',
    summary: 'Change the profile',
    body: updateProfileInput,
    answer: profileSchema,
  },
  { method: 'get', path: '/v1/me/export', group: 'Account', summary: 'Everything held about the person', answer: free },
  {
    method: 'delete',
    path: '/v1/me',
    group: 'Account',
    summary: 'Erase everything held about the person',
    answer: free,
  },
  {
    method: 'post',
    path: '/v1/access-tokens',
    group: 'Account',
    summary: 'Make a long-lived token',
    body: accessTokenInput,
    answer: wire.newAccessToken,
    status: 201,
  },
  {
    method: 'get',
    path: '/v1/access-tokens',
    group: 'Account',
    summary: 'The long-lived tokens',
    answer: wire.accessTokens,
  },
  {
    method: 'delete',
    path: '/v1/access-tokens/{id}',
    group: 'Account',
    summary: 'End a long-lived token',
    status: 204,
  },
  {
    method: 'post',
    path: '/v1/chat',
    group: 'Chat',
    summary: 'Say something',
    body: wire.chatBody,
    answer: wire.turnResult,
    streams: true,
    headers: {
      'Last-Event-ID':
        'The last event of this turn that arrived; with the same clientMessageId the missing ones follow.',
    },
  },
  {
    method: 'post',
    path: '/v1/chat/pending/{id}',
    group: 'Chat',
    summary: 'Decide an open confirmation',
    body: wire.decisionBody,
    answer: wire.turnResult,
    streams: true,
  },
  {
    method: 'get',
    path: '/v1/threads',
    group: 'Chat',
    summary: 'Conversations, the latest first',
    query: wire.threadsQuery,
    answer: wire.threads,
  },
  {
    method: 'get',
    path: '/v1/threads/{id}/messages',
    group: 'Chat',
    summary: 'Messages of a conversation, the latest first',
    query: wire.messagesQuery,
    answer: wire.messages,
  },
  { method: 'delete', path: '/v1/threads/{id}', group: 'Chat', summary: 'Delete a conversation', status: 204 },
  {
    method: 'post',
    path: '/v1/turns/{id}/feedback',
    group: 'Chat',
    summary: 'Rate an answer',
    body: wire.feedbackBody,
    status: 204,
  },
  {
    method: 'post',
    path: '/v1/chat/completions',
    group: 'Chat',
    summary: 'The OpenAI wire format',
    body: completionBody,
    answer: free,
    streams: true,
  },
  { method: 'get', path: '/v1/models', group: 'Chat', summary: 'The models of the OpenAI wire format', answer: free },
  { method: 'get', path: '/v1/tools', group: 'Tools', summary: 'Every tool with its schemas', answer: wire.toolList },
  {
    method: 'post',
    path: '/mcp',
    group: 'Tools',
    summary: 'Model Context Protocol, streamable HTTP',
    body: free,
    answer: free,
  },
  {
    method: 'get',
    path: '/v1/inbox',
    group: 'Inbox',
    summary: 'Notifications, the latest first',
    query: wire.inboxQuery,
    answer: wire.inbox,
  },
  { method: 'post', path: '/v1/inbox/{id}/read', group: 'Inbox', summary: 'Mark as read', answer: wire.inboxItem },
  {
    method: 'post',
    path: '/v1/inbox/{id}/snooze',
    group: 'Inbox',
    summary: 'Show again later',
    body: wire.snoozeBody,
    answer: wire.inboxItem,
  },
  { method: 'post', path: '/v1/inbox/{id}/dismiss', group: 'Inbox', summary: 'Put away', answer: wire.inboxItem },
  {
    method: 'post',
    path: '/v1/test/tick',
    group: 'Test clock',
    summary: 'Run everything due, while the test clock is on',
    body: wire.tickBody,
    answer: wire.sent,
  },
  {
    method: 'get',
    path: '/healthz',
    group: 'Operations',
    summary: 'Whether the process lives',
    answer: free,
    open: true,
  },
  {
    method: 'get',
    path: '/readyz',
    group: 'Operations',
    summary: 'Whether database, queue and model answer',
    answer: free,
    open: true,
  },
  { method: 'get', path: '/metrics', group: 'Operations', summary: 'Prometheus metrics', open: true },
]

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

const parametersOf = (route: Route): NonNullable<Operation['parameters']> => {
  const path = [...route.path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
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
    ...(route.body ? { requestBody: { required: true, content: json(schemaOf(route.body, 'input')) } } : {}),
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
      properties: { output: outputSchema, said: { type: 'string' } },
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
        'An assistant for money, calendar, tasks and reminders. Money is an integer in minor units, instants are RFC 3339.',
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

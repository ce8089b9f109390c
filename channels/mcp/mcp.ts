// The Model Context Protocol over streamable HTTP, without sessions: every request stands alone.
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  isJSONRPCNotification,
  isJSONRPCRequest,
  ListToolsRequestSchema,
  McpError,
  type Tool as McpTool,
  SUPPORTED_PROTOCOL_VERSIONS,
} from '@modelcontextprotocol/sdk/types.js'
import { type Request, Router } from 'express'
import { AppError, asAppError } from '../../core/errors.ts'
import { execute, parseInput } from '../../tools/execute.ts'
import type { Entry } from '../../tools/registry.ts'
import { tell } from '../call-tool.ts'
import type { Caller, ChannelDeps } from '../contract.ts'
import { callerOf, mayCall, signedIn } from '../http/caller.ts'
import { openQuestion } from './question.ts'

export const mcpRoutes = (deps: ChannelDeps): Router => {
  const router = Router()
  router.post('/mcp', signedIn(deps, 'read', 'write'), async (req, res) => {
    checkRequest(req)
    const server = serverFor(deps, callerOf(res))
    // No session id: a stateless transport, one for each request.
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true })
    res.once('close', () => {
      server.close().catch((error: unknown) => deps.log.warn({ cause: String(error) }, 'mcp transport not closed'))
    })
    // The class spells its optional handlers `| undefined`, which exact optional properties tell apart.
    await server.connect(transport as Transport)
    await transport.handleRequest(req, res, req.body)
  })
  router.all('/mcp', (_req, res) => {
    res.setHeader('Allow', 'POST')
    throw new AppError('invalid', 'channels.post_only', {}, { status: 405 })
  })
  return router
}

/** What the transport would refuse in its own format is refused as a problem, like everywhere else. */
const checkRequest = (req: Request): void => {
  const messages: unknown[] = Array.isArray(req.body) ? req.body : [req.body]
  const known = messages.length > 0 && messages.every((item) => isJSONRPCRequest(item) || isJSONRPCNotification(item))
  if (!known) throw new AppError('invalid', 'channels.not_json_rpc')
  const accept = req.header('accept') ?? ''
  if (!accept.includes('application/json') || !accept.includes('text/event-stream'))
    throw new AppError('invalid', 'channels.mcp_accept', {}, { status: 406 })
  const version = req.header('mcp-protocol-version')
  if (version !== undefined && !SUPPORTED_PROTOCOL_VERSIONS.includes(version))
    throw new AppError('invalid', 'channels.mcp_version')
}

/** What must be asked about anyway may be proposed with `write`: the person decides it elsewhere. */
const mayPropose = ({ tool }: Entry, { scopes }: Caller): boolean =>
  mayCall(tool, scopes) || (tool.risk !== 'read' && scopes !== null && scopes.includes('write'))

const serverFor = (deps: ChannelDeps, caller: Caller): Server => {
  const server = new Server({ name: 'zelenial', version: '1' }, { capabilities: { tools: {} } })
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: [...deps.registry.entries.values()].filter((entry) => mayPropose(entry, caller)).map(describe),
  }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const entry = deps.registry.entries.get(params.name)
    if (!entry) throw new McpError(ErrorCode.InvalidParams, `unknown tool ${params.name.slice(0, 80)}`)
    try {
      if (!mayPropose(entry, caller)) throw new AppError('refused', 'channels.scope')
      return await call(deps, caller, entry, params.arguments ?? {})
    } catch (error) {
      return failure(deps, caller, asAppError(error))
    }
  })
  return server
}

const describe = ({ tool, inputSchema }: Entry): McpTool => ({
  name: tool.name,
  title: tool.title,
  description: tool.description,
  inputSchema: { ...inputSchema, type: 'object' },
  annotations: {
    title: tool.title,
    readOnlyHint: tool.risk === 'read',
    destructiveHint: tool.risk === 'irreversible',
    openWorldHint: tool.risk === 'outward',
  },
})

/** A model is calling: what needs the person's word is asked, not done. */
const call = async (deps: ChannelDeps, caller: Caller, entry: Entry, args: unknown): Promise<CallToolResult> => {
  const { user, now } = caller
  const origin = { channel: 'mcp' as const, actor: 'model' as const }
  parseInput(entry, args)
  const decision = deps.decide({ tool: entry.tool.name, args, user, origin, allowed: null })
  if (decision.kind === 'refuse') throw decision.error
  if (decision.kind === 'ask') {
    const { pending, question } = await openQuestion(deps, caller, {
      tool: entry.tool.name,
      args,
      consent: decision.consent,
    })
    return { content: [{ type: 'text', text: question }], structuredContent: { pending } }
  }
  const result = await execute(deps, { tool: entry.tool.name, input: args, user, now, origin, permit: decision.permit })
  const { said, ...safety } = tell(deps, result, user, now)
  return {
    content: [{ type: 'text', text: said === '' ? JSON.stringify(result.output) : said }],
    structuredContent: { output: result.output, ...safety },
  }
}

const failure = (deps: ChannelDeps, { user, now }: Caller, error: AppError): CallToolResult => {
  if (error.code === 'internal') deps.log.error({ cause: String(error.cause ?? error.stack) }, 'mcp call failed')
  const text = deps.messages.render(error.said, { locale: user.locale, timeZone: user.timeZone, now })
  return {
    isError: true,
    content: [{ type: 'text', text }],
    structuredContent: { code: error.code, ...(error.errors.length > 0 ? { errors: error.errors } : {}) },
  }
}
